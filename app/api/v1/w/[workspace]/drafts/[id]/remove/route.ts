import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { removeDraft } from "@/lib/use-cases/draft/remove-draft";

/** POST /api/v1/w/:workspace/drafts/:id/remove: takes it away. */
export const POST = handle({
  is: operations.removeDraft,
  run: ({ actor, input, params, at }) =>
    removeDraft(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: draftNow,
});
