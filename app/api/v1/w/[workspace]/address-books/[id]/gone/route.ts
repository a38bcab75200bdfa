import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { acceptGone } from "@/lib/use-cases/address-book/accept-gone";

/** POST /api/v1/w/:workspace/address-books/:id/gone: what becomes of somebody whose card was deleted there. */
export const POST = handle({
  is: operations.acceptGone,
  run: ({ actor, input, params, at }) => acceptGone(actor, (params.id ?? "").toLowerCase(), input, at),
});
