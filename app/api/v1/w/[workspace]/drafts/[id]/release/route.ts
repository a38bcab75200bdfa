import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import { env } from "@/lib/env";
import * as operations from "@/lib/schemas/api/drafts";
import { releaseDraft } from "@/lib/use-cases/draft/release-draft";

/** POST /api/v1/w/:workspace/drafts/:id/release: an assistant sends what the client has given leave for. */
export const POST = handle({
  is: operations.releaseDraft,
  run: ({ actor, input, params, at }) =>
    releaseDraft(
      actor,
      { id: (params.id ?? "").toLowerCase(), ...input },
      at,
      new URL(env.FIRSTHAND_URL).hostname,
    ),
  current: draftNow,
});
