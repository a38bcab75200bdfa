import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { readWhisperCard } from "@/lib/queries/read-whisper-card";
import * as operations from "@/lib/schemas/api/people";

/** GET /api/v1/w/:workspace/people/:id/whisper: what one should know of somebody, on one page. */
export const GET = handle({
  is: operations.readWhisperCard,
  run: async ({ actor, params, at }) => {
    const card = await readWhisperCard(actor, params.id ?? "", at);
    return card === null ? refused({ code: "not-found" }) : granted(card);
  },
});
