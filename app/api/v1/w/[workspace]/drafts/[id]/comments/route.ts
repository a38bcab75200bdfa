import { handle } from "@/lib/actions/handler";
import { env } from "@/lib/env";
import { commentSchema } from "@/lib/schemas/draft";
import { commentOnDraft } from "@/lib/use-cases/draft/comment-on-draft";

/** POST /api/v1/w/:workspace/drafts/:id/comments: says something about it. */
export const POST = handle({
  input: commentSchema,
  run: ({ actor, input, params }) =>
    commentOnDraft(actor, { id: (params.id ?? "").toLowerCase(), ...input }, env.FIRSTHAND_URL),
});
