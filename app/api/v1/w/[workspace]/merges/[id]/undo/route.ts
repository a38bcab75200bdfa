import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/people";
import { undoMerge } from "@/lib/use-cases/person/undo-merge";

/** POST /api/v1/w/:workspace/merges/:id/undo: brings back both who were merged. */
export const POST = handle({
  is: operations.undoMerge,
  run: ({ actor, params, at }) => undoMerge(actor, (params.id ?? "").toLowerCase(), at),
});
