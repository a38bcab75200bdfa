import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import { env } from "@/lib/env";
import * as operations from "@/lib/schemas/api/drafts";
import { approveDraft } from "@/lib/use-cases/draft/approve-draft";

/** POST /api/v1/w/:workspace/drafts/:id/approve: the client makes the words theirs, as they were shown or as they now type them. */
export const POST = handle({
  is: operations.approveDraft,
  run: ({ actor, input, params, at }) =>
    approveDraft(
      actor,
      { id: (params.id ?? "").toLowerCase(), ...input },
      at,
      new URL(env.FIRSTHAND_URL).hostname,
    ),
  current: draftNow,
});
