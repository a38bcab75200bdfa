import { handle } from "@/lib/actions/handler";
import { addFactSchema } from "@/lib/schemas/person-fact";
import { addFact } from "@/lib/use-cases/person/add-fact";

/** POST /api/v1/w/:workspace/people/:id/facts: writes one fact down about somebody. */
export const POST = handle({
  input: addFactSchema,
  run: ({ actor, input, params }) => addFact(actor, (params.id ?? "").toLowerCase(), input),
});
