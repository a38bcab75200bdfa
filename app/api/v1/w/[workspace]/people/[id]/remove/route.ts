import { handle } from "@/lib/actions/handler";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";
import { removePerson } from "@/lib/use-cases/person/remove-person";

/** POST /api/v1/w/:workspace/people/:id/remove: takes somebody off the desk. */
export const POST = handle({
  is: operations.removePerson,
  run: ({ actor, input, params, at }) =>
    removePerson(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
