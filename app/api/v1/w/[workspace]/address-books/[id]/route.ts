import { handle } from "@/lib/actions/handler";
import { readAddressBook } from "@/lib/queries/read-address-books";

/** GET /api/v1/w/:workspace/address-books/:id: a book, with the cards that wait for the client's word. */
export const GET = handle({
  run: ({ actor, params }) => readAddressBook(actor, (params.id ?? "").toLowerCase()),
});
