import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/people";
import { addRelation } from "@/lib/use-cases/person/add-relation";

/** POST /api/v1/w/:workspace/people/:id/relations: writes down who somebody is to somebody else. */
export const POST = handle({
  is: operations.addRelation,
  run: ({ actor, input, params }) => addRelation(actor, (params.id ?? "").toLowerCase(), input),
});
