import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { startPhrases } from "@/lib/use-cases/phrase/start-phrases";

/** POST /api/v1/w/:workspace/phrases/start: the first phrases of a language, each once. */
export const POST = handle({
  is: operations.startPhrases,
  run: ({ actor, input }) => startPhrases(actor, input.language),
});
