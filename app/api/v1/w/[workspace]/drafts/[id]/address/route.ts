import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { addressDraft } from "@/lib/use-cases/draft/address-draft";

/** POST /api/v1/w/:workspace/drafts/:id/address: to whom, from which account, how, until when. */
export const POST = handle({
  is: operations.addressDraft,
  run: ({ actor, input: { version, ...change }, params, at }) =>
    addressDraft(actor, { id: (params.id ?? "").toLowerCase(), version }, change, at),
  current: draftNow,
});
