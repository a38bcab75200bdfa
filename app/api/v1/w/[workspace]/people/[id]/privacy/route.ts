import { handle } from "@/lib/actions/handler";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";

/** POST /api/v1/w/:workspace/people/:id/privacy: hides somebody from everybody but the client, or shows them again. */
export const POST = handle({
  is: operations.setPersonPrivacy,
  run: ({ actor, input, params }) =>
    setPersonPrivacy(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, input.isPrivate),
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
