import { handle } from "@/lib/actions/handler";
import { checkWords } from "@/lib/queries/check-words";
import * as operations from "@/lib/schemas/api/people";

/** POST /api/v1/w/:workspace/people/:id/words: what somebody got last time, and what the typed words are much like. Changes nothing. */
export const POST = handle({
  is: operations.checkWords,
  run: ({ actor, input, params, at }) => checkWords(actor, (params.id ?? "").toLowerCase(), input.words, at),
});
