import { handle } from "@/lib/actions/handler";
import { readPromise } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { restorePromise } from "@/lib/use-cases/promise/restore-promise";

/** POST /api/v1/w/:workspace/promises/:id/restore: brings it back. */
export const POST = handle({
  is: operations.restorePromise,
  run: ({ actor, input, params }) =>
    restorePromise(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }),
  current: (actor, id) => readPromise(actor, id.toLowerCase()),
});
