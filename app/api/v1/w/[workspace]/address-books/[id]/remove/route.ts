import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { removeAddressBook } from "@/lib/use-cases/address-book/remove-address-book";

/** POST /api/v1/w/:workspace/address-books/:id/remove: forgets it; its people stay. */
export const POST = handle({
  is: operations.removeAddressBook,
  run: ({ actor, params, at }) => removeAddressBook(actor, (params.id ?? "").toLowerCase(), at),
});
