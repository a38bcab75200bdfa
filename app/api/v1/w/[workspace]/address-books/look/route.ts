import { handle } from "@/lib/actions/handler";
import { lookForBooksSchema } from "@/lib/schemas/address-book";
import { lookForBooks } from "@/lib/use-cases/address-book/look-for-books";

/** POST /api/v1/w/:workspace/address-books/look: which address books a server has for a user. Nothing is kept. */
export const POST = handle({
  input: lookForBooksSchema,
  run: ({ actor, input }) => lookForBooks(actor, input),
});
