import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { removeComment } from "@/lib/use-cases/draft/remove-comment";

/** POST /api/v1/w/:workspace/draft-comments/:id/remove: takes a comment of one's own away. */
export const POST = handle({
  is: operations.removeComment,
  run: ({ actor, input, params, at }) =>
    removeComment(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
