import { handle } from "@/lib/actions/handler";
import { addRelationSchema } from "@/lib/schemas/person-fact";
import { addRelation } from "@/lib/use-cases/person/add-relation";

/** POST /api/v1/w/:workspace/people/:id/relations: writes down who somebody is to somebody else. */
export const POST = handle({
  input: addRelationSchema,
  run: ({ actor, input, params }) => addRelation(actor, (params.id ?? "").toLowerCase(), input),
});
