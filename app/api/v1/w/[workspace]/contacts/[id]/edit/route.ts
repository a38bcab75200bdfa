import { handle } from "@/lib/actions/handler";
import { readContact } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { editContact } from "@/lib/use-cases/contact/edit-contact";

/** POST /api/v1/w/:workspace/contacts/:id/edit: changes when, how or what. */
export const POST = handle({
  is: operations.editContact,
  run: ({ actor, input, params, at }) => {
    const { version, ...change } = input;
    return editContact(actor, { id: (params.id ?? "").toLowerCase(), version }, change, at);
  },
  current: (actor, id) => readContact(actor, id.toLowerCase()),
});
