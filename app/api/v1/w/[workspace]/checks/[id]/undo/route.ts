import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/tasks";
import { undoCheck } from "@/lib/use-cases/check/undo-check";

/** POST /api/v1/w/:workspace/checks/:id/undo: takes a recorded check back; its task is open again. */
export const POST = handle({
  is: operations.undoCheck,
  run: ({ actor, params }) => undoCheck(actor, (params.id ?? "").toLowerCase()),
});
