import { handle } from "@/lib/actions/handler";
import { readPromise } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { reopenPromise } from "@/lib/use-cases/promise/reopen-promise";

/** POST /api/v1/w/:workspace/promises/:id/reopen: it was not kept after all. */
export const POST = handle({
  is: operations.reopenPromise,
  run: ({ actor, input, params }) =>
    reopenPromise(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }),
  current: (actor, id) => readPromise(actor, id.toLowerCase()),
});
