import { handle } from "@/lib/actions/handler";
import { readPhrases } from "@/lib/queries/read-voice";
import * as operations from "@/lib/schemas/api/voice";
import { addPhrase } from "@/lib/use-cases/phrase/add-phrase";

/** GET /api/v1/w/:workspace/phrases: the saved phrases, by language and title. */
export const GET = handle({
  is: operations.readPhrases,
  run: ({ actor }) => readPhrases(actor),
});

/** POST /api/v1/w/:workspace/phrases: one more. */
export const POST = handle({
  is: operations.addPhrase,
  run: ({ actor, input }) => addPhrase(actor, input),
});
