import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { restoreDraft } from "@/lib/use-cases/draft/restore-draft";

/** POST /api/v1/w/:workspace/drafts/:id/restore: brings it back. */
export const POST = handle({
  is: operations.restoreDraft,
  run: ({ actor, params }) => restoreDraft(actor, (params.id ?? "").toLowerCase()),
  current: draftNow,
});
