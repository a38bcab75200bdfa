import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { syncAddressBook } from "@/lib/use-cases/address-book/sync-address-book";

/** POST /api/v1/w/:workspace/address-books/:id/sync: one step of reading it; asked again until `finished`. */
export const POST = handle({
  is: operations.syncAddressBook,
  run: ({ actor, input, params, at }) =>
    syncAddressBook(actor, (params.id ?? "").toLowerCase(), { ...input, at, random: Math.random() }),
});
