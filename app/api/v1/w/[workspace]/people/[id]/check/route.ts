import { handle } from "@/lib/actions/handler";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";
import { checkField } from "@/lib/use-cases/person/check-field";

/** POST /api/v1/w/:workspace/people/:id/check: says that what stands in a field is still right. */
export const POST = handle({
  is: operations.checkField,
  run: ({ actor, input, params, at }) =>
    checkField(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, input, at),
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
