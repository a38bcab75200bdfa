import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { readGestureWords } from "@/lib/queries/read-gesture-words";
import * as operations from "@/lib/schemas/api/known";

/** GET /api/v1/w/:workspace/gestures/:id/words: whose words went out, sentence by sentence. */
export const GET = handle({
  is: operations.readGestureWords,
  run: async ({ actor, params }) => {
    const words = await readGestureWords(actor, (params.id ?? "").toLowerCase());
    return words === null ? refused({ code: "not-found" }) : granted(words);
  },
});
