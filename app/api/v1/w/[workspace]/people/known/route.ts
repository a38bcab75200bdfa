import { handle } from "@/lib/actions/handler";
import { readKnownAlready } from "@/lib/queries/read-known-already";
import { knownAlreadySchema } from "@/lib/schemas/duplicates";

/** POST /api/v1/w/:workspace/people/known: who somebody that is being written down may be. Changes nothing. */
export const POST = handle({
  input: knownAlreadySchema,
  run: ({ actor, input }) => readKnownAlready(actor, input),
});
