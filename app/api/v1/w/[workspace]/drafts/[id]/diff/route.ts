import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { readDraftDiff } from "@/lib/queries/read-draft-diff";
import * as operations from "@/lib/schemas/api/drafts";

/** GET /api/v1/w/:workspace/drafts/:id/diff?from=&to=: what changed between two versions, word by word. */
export const GET = handle({
  is: operations.readDraftDiff,
  run: async ({ actor, input, params }) => {
    const diff = await readDraftDiff(actor, (params.id ?? "").toLowerCase(), input);
    return diff === null ? refused({ code: "not-found" }) : granted(diff);
  },
});
