import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import { env } from "@/lib/env";
import * as operations from "@/lib/schemas/api/drafts";
import { askForChanges } from "@/lib/use-cases/draft/ask-for-changes";

/** POST /api/v1/w/:workspace/drafts/:id/ask-changes: the client sends it back, and says why. */
export const POST = handle({
  is: operations.askForChanges,
  run: ({ actor, input, params }) =>
    askForChanges(actor, { id: (params.id ?? "").toLowerCase(), ...input }, env.FIRSTHAND_URL),
  current: draftNow,
});
