import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";

/** POST /api/v1/w/:workspace/drafts/:id/submit: puts it before the client. */
export const POST = handle({
  is: operations.submitDraft,
  run: ({ actor, input, params, at }) =>
    submitDraft(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: draftNow,
});
