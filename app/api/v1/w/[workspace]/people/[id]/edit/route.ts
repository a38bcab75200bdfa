import { handle } from "@/lib/actions/handler";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";
import { editPerson } from "@/lib/use-cases/person/edit-person";

/** POST /api/v1/w/:workspace/people/:id/edit: changes what is known about somebody, as they were seen at `version`. */
export const POST = handle({
  is: operations.editPerson,
  run: ({ actor, input, params, at }) => {
    const { version, ...change } = input;
    return editPerson(actor, { id: (params.id ?? "").toLowerCase(), version }, change, at);
  },
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
