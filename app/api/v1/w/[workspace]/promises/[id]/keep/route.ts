import { handle } from "@/lib/actions/handler";
import { readPromise } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { keepPromise } from "@/lib/use-cases/promise/keep-promise";

/** POST /api/v1/w/:workspace/promises/:id/keep: it was kept. */
export const POST = handle({
  is: operations.keepPromise,
  run: ({ actor, input, params, at }) =>
    keepPromise(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
  current: (actor, id) => readPromise(actor, id.toLowerCase()),
});
