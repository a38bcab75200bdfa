import { handle } from "@/lib/actions/handler";
import { readContact } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { removeContact } from "@/lib/use-cases/contact/remove-contact";

/** POST /api/v1/w/:workspace/contacts/:id/remove: takes a logged contact away. */
export const POST = handle({
  is: operations.removeContact,
  run: ({ actor, input, params, at }) =>
    removeContact(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
  current: (actor, id) => readContact(actor, id.toLowerCase()),
});
