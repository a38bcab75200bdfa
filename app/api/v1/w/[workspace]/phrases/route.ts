import { handle } from "@/lib/actions/handler";
import { readPhrases } from "@/lib/queries/read-voice";
import { addPhraseSchema } from "@/lib/schemas/phrase";
import { addPhrase } from "@/lib/use-cases/phrase/add-phrase";

/** GET /api/v1/w/:workspace/phrases: the saved phrases, by language and title. */
export const GET = handle({ run: ({ actor }) => readPhrases(actor) });

/** POST /api/v1/w/:workspace/phrases: one more. */
export const POST = handle({ input: addPhraseSchema, run: ({ actor, input }) => addPhrase(actor, input) });
