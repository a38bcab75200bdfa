import { handle } from "@/lib/actions/handler";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";
import { restorePerson } from "@/lib/use-cases/person/restore-person";

/** POST /api/v1/w/:workspace/people/:id/restore: brings somebody back who was taken off the desk. */
export const POST = handle({
  is: operations.restorePerson,
  run: ({ actor, input, params, at }) =>
    restorePerson(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
