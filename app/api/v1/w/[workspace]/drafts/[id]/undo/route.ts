import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";

/** POST /api/v1/w/:workspace/drafts/:id/undo: calls it back while it has not left; the very draft is there again. */
export const POST = handle({
  is: operations.callBackDraft,
  run: ({ actor, params }) => callBackDraft(actor, (params.id ?? "").toLowerCase()),
  current: draftNow,
});
