import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { readDraft } from "@/lib/queries/read-draft";
import * as operations from "@/lib/schemas/api/drafts";

/** GET /api/v1/w/:workspace/drafts/:id: everything about a draft. */
export const GET = handle({
  is: operations.readDraft,
  run: async ({ actor, params, at }) => {
    const draft = await readDraft(actor, (params.id ?? "").toLowerCase(), at, env.FIRSTHAND_URL);
    return draft === null ? refused({ code: "not-found" }) : granted(draft);
  },
});
