import { handle } from "@/lib/actions/handler";
import { readTask } from "@/lib/queries/read-task";
import * as operations from "@/lib/schemas/api/tasks";
import { askClient } from "@/lib/use-cases/decision/ask-client";

/** POST /api/v1/w/:workspace/tasks/:id/ask: puts a question about it before the client. */
export const POST = handle({
  is: operations.askDecision,
  run: ({ actor, input, params }) => askClient(actor, { taskId: (params.id ?? "").toLowerCase(), ...input }),
  current: (actor, id) => readTask(actor, id.toLowerCase()),
});
