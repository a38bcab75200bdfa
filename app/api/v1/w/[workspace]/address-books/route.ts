import { handle } from "@/lib/actions/handler";
import { readAddressBooks } from "@/lib/queries/read-address-books";
import * as operations from "@/lib/schemas/api/sources";
import { addAddressBook } from "@/lib/use-cases/address-book/add-address-book";

/** GET /api/v1/w/:workspace/address-books: the client's books; nobody else sees any. */
export const GET = handle({
  is: operations.readAddressBooks,
  run: ({ actor }) => readAddressBooks(actor),
});

/** POST /api/v1/w/:workspace/address-books: adds a book, once its server has been asked. */
export const POST = handle({
  is: operations.addAddressBook,
  run: ({ actor, input, at }) => addAddressBook(actor, input, at),
});
