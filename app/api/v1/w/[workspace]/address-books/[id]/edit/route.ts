import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { editAddressBook } from "@/lib/use-cases/address-book/edit-address-book";

/** POST /api/v1/w/:workspace/address-books/:id/edit: changes its name, circle, or how to sign in. */
export const POST = handle({
  is: operations.editAddressBook,
  run: ({ actor, input, params, at }) => editAddressBook(actor, (params.id ?? "").toLowerCase(), input, at),
});
