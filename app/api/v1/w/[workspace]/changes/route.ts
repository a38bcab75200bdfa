import { handle } from "@/lib/actions/handler";
import { readChanges } from "@/lib/queries/read-changes";
import * as operations from "@/lib/schemas/api/tasks";

/** GET /api/v1/w/:workspace/changes?after=SEQ: what moved on this desk after a live cursor. */
export const GET = handle({
  is: operations.readChanges,
  run: ({ actor, input, at }) => readChanges(actor, input.after, at),
});
