import { handle } from "@/lib/actions/handler";
import { readDuplicates } from "@/lib/queries/read-duplicates";
import { duplicatesSchema } from "@/lib/schemas/duplicates";

/** GET /api/v1/w/:workspace/people/duplicates: a page of pairs of people who may be one. */
export const GET = handle({
  input: duplicatesSchema,
  run: ({ actor, input }) => readDuplicates(actor, input.cursor),
});
