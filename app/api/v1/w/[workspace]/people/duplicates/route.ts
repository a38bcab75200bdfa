import { handle } from "@/lib/actions/handler";
import { readDuplicates } from "@/lib/queries/read-duplicates";
import * as operations from "@/lib/schemas/api/people";

/** GET /api/v1/w/:workspace/people/duplicates: a page of pairs of people who may be one. */
export const GET = handle({
  is: operations.readDuplicates,
  run: ({ actor, input }) => readDuplicates(actor, input.cursor),
});
