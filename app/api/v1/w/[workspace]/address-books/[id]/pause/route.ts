import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { pauseAddressBook } from "@/lib/use-cases/address-book/pause-address-book";

/** POST /api/v1/w/:workspace/address-books/:id/pause: stops reading it, or goes on. */
export const POST = handle({
  is: operations.pauseAddressBook,
  run: ({ actor, input, params, at }) =>
    pauseAddressBook(actor, (params.id ?? "").toLowerCase(), input.paused, at),
});
