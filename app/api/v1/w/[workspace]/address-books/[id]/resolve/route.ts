import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { resolveConflict } from "@/lib/use-cases/address-book/resolve-conflict";

/** POST /api/v1/w/:workspace/address-books/:id/resolve: which side a field is to be, where both changed. */
export const POST = handle({
  is: operations.resolveConflict,
  run: ({ actor, input, params, at }) => resolveConflict(actor, (params.id ?? "").toLowerCase(), input, at),
});
