import { handle } from "@/lib/actions/handler";
import { readRelation } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { removeRelation } from "@/lib/use-cases/person/remove-relation";

/** POST /api/v1/w/:workspace/relations/:id/remove: takes a relation away, on both pages. */
export const POST = handle({
  is: operations.removeRelation,
  run: ({ actor, input, params, at }) =>
    removeRelation(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
  current: (actor, id, at) => readRelation(actor, id.toLowerCase(), at),
});
