import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { lookForBooks } from "@/lib/use-cases/address-book/look-for-books";

/** POST /api/v1/w/:workspace/address-books/look: which address books a server has for a user. Nothing is kept. */
export const POST = handle({
  is: operations.lookForBooks,
  run: ({ actor, input }) => lookForBooks(actor, input),
});
