import { handle } from "@/lib/actions/handler";
import { readPromise } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { removePromise } from "@/lib/use-cases/promise/remove-promise";

/** POST /api/v1/w/:workspace/promises/:id/remove: takes it away. */
export const POST = handle({
  is: operations.removePromise,
  run: ({ actor, input, params, at }) =>
    removePromise(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
  current: (actor, id) => readPromise(actor, id.toLowerCase()),
});
