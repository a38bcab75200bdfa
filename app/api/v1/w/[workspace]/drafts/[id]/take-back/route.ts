import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { takeDraftBack } from "@/lib/use-cases/draft/take-draft-back";

/** POST /api/v1/w/:workspace/drafts/:id/take-back: takes it back to work on it. */
export const POST = handle({
  is: operations.takeDraftBack,
  run: ({ actor, params }) => takeDraftBack(actor, (params.id ?? "").toLowerCase()),
  current: draftNow,
});
