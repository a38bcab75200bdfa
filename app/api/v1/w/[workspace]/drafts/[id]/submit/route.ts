import { handle } from "@/lib/actions/handler";
import { seenDraftSchema } from "@/lib/schemas/draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";

/** POST /api/v1/w/:workspace/drafts/:id/submit: puts it before the client. */
export const POST = handle({
  input: seenDraftSchema,
  run: ({ actor, input, params, at }) =>
    submitDraft(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
