import { handle } from "@/lib/actions/handler";
import { readKnownAlready } from "@/lib/queries/read-known-already";
import * as operations from "@/lib/schemas/api/people";

/** POST /api/v1/w/:workspace/people/known: who somebody that is being written down may be. Changes nothing. */
export const POST = handle({
  is: operations.readKnownAlready,
  run: ({ actor, input }) => readKnownAlready(actor, input),
});
