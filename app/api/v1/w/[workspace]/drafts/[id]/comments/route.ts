import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import { env } from "@/lib/env";
import * as operations from "@/lib/schemas/api/drafts";
import { commentOnDraft } from "@/lib/use-cases/draft/comment-on-draft";

/** POST /api/v1/w/:workspace/drafts/:id/comments: says something about it. */
export const POST = handle({
  is: operations.commentOnDraft,
  run: ({ actor, input, params }) =>
    commentOnDraft(actor, { id: (params.id ?? "").toLowerCase(), ...input }, env.FIRSTHAND_URL),
  current: draftNow,
});
