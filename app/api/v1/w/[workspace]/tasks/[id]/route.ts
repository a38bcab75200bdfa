import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { readTask } from "@/lib/queries/read-task";
import * as operations from "@/lib/schemas/api/tasks";

/** GET /api/v1/w/:workspace/tasks/:id: one task with everything its page shows. */
export const GET = handle({
  is: operations.readTask,
  run: async ({ actor, params }) => {
    const task = await readTask(actor, params.id ?? "");
    return task === null ? refused({ code: "not-found" }) : granted(task);
  },
});
