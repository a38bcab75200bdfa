import { handle } from "@/lib/actions/handler";
import { readCheck } from "@/lib/queries/read-check";
import { readTask } from "@/lib/queries/read-task";
import * as operations from "@/lib/schemas/api/tasks";
import { recordCheck } from "@/lib/use-cases/check/record-check";

/** GET /api/v1/w/:workspace/tasks/:id/check: what its double-check is about, on both sides' walls. */
export const GET = handle({
  is: operations.readCheck,
  run: ({ actor, params, at }) => readCheck(actor, (params.id ?? "").toLowerCase(), at),
});

/** POST /api/v1/w/:workspace/tasks/:id/check: records what was confirmed, with whom and how; that completes the task. */
export const POST = handle({
  is: operations.recordCheck,
  run: ({ actor, input, params, at }) =>
    recordCheck(actor, { ...input, id: (params.id ?? "").toLowerCase() }, at),
  current: (actor, id) => readTask(actor, id.toLowerCase()),
});
