import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/people";
import { addFact } from "@/lib/use-cases/person/add-fact";

/** POST /api/v1/w/:workspace/people/:id/facts: writes one fact down about somebody. */
export const POST = handle({
  is: operations.addFact,
  run: ({ actor, input, params }) => addFact(actor, (params.id ?? "").toLowerCase(), input),
});
