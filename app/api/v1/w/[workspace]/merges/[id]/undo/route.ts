import { handle } from "@/lib/actions/handler";
import { undoMerge } from "@/lib/use-cases/person/undo-merge";

/** POST /api/v1/w/:workspace/merges/:id/undo: brings back both who were merged. */
export const POST = handle({
  run: ({ actor, params, at }) => undoMerge(actor, (params.id ?? "").toLowerCase(), at),
});
