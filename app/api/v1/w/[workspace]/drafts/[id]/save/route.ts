import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { saveWords } from "@/lib/use-cases/draft/save-draft";

/** POST /api/v1/w/:workspace/drafts/:id/save: keeps words as a new version; 409 with both texts when somebody wrote meanwhile. */
export const POST = handle({
  is: operations.saveWords,
  run: ({ actor, input, params }) => saveWords(actor, { id: (params.id ?? "").toLowerCase(), ...input }),
  current: draftNow,
});
