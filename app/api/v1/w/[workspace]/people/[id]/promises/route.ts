import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/people";
import { addPromise } from "@/lib/use-cases/promise/add-promise";

/** POST /api/v1/w/:workspace/people/:id/promises: writes down what was promised. */
export const POST = handle({
  is: operations.addPromise,
  run: ({ actor, input, params }) => addPromise(actor, (params.id ?? "").toLowerCase(), input),
});
