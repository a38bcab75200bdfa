import { handle } from "@/lib/actions/handler";
import { startPhrasesSchema } from "@/lib/schemas/phrase";
import { startPhrases } from "@/lib/use-cases/phrase/start-phrases";

/** POST /api/v1/w/:workspace/phrases/start: the first phrases of a language, each once. */
export const POST = handle({
  input: startPhrasesSchema,
  run: ({ actor, input }) => startPhrases(actor, input.language),
});
