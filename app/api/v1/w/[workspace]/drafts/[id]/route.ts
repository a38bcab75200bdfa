import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import * as operations from "@/lib/schemas/api/drafts";

/** GET /api/v1/w/:workspace/drafts/:id: everything about a draft. */
export const GET = handle({
  is: operations.readDraft,
  run: async ({ actor, params, at }) => {
    const draft = await draftNow(actor, params.id ?? "", at);
    return draft === null ? refused({ code: "not-found" }) : granted(draft);
  },
});
