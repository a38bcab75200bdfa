import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { removeComment } from "@/lib/use-cases/draft/remove-comment";

/** POST /api/v1/w/:workspace/draft-comments/:id/restore: brings it back. */
export const POST = handle({
  is: operations.restoreComment,
  run: ({ actor, input, params }) =>
    removeComment(actor, { id: (params.id ?? "").toLowerCase(), ...input }, null),
});
