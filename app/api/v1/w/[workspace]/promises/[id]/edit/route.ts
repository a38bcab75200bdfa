import { handle } from "@/lib/actions/handler";
import { readPromise } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { editPromise } from "@/lib/use-cases/promise/edit-promise";

/** POST /api/v1/w/:workspace/promises/:id/edit: changes what was promised, by whom, or by when. */
export const POST = handle({
  is: operations.editPromise,
  run: ({ actor, input, params }) => {
    const { version, ...change } = input;
    return editPromise(actor, { id: (params.id ?? "").toLowerCase(), version }, change);
  },
  current: (actor, id) => readPromise(actor, id.toLowerCase()),
});
