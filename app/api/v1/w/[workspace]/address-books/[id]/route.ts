import { handle } from "@/lib/actions/handler";
import { readAddressBook } from "@/lib/queries/read-address-books";
import * as operations from "@/lib/schemas/api/sources";

/** GET /api/v1/w/:workspace/address-books/:id: a book, with the cards that wait for the client's word. */
export const GET = handle({
  is: operations.readAddressBook,
  run: ({ actor, params }) => readAddressBook(actor, (params.id ?? "").toLowerCase()),
});
