import { handle } from "@/lib/actions/handler";
import { removeBookSchema } from "@/lib/schemas/address-book";
import { removeAddressBook } from "@/lib/use-cases/address-book/remove-address-book";

/** POST /api/v1/w/:workspace/address-books/:id/remove: forgets it; its people stay. */
export const POST = handle({
  input: removeBookSchema,
  run: ({ actor, params, at }) => removeAddressBook(actor, (params.id ?? "").toLowerCase(), at),
});
