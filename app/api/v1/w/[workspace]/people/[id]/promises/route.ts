import { handle } from "@/lib/actions/handler";
import { addPromiseSchema } from "@/lib/schemas/contact";
import { addPromise } from "@/lib/use-cases/promise/add-promise";

/** POST /api/v1/w/:workspace/people/:id/promises: writes down what was promised. */
export const POST = handle({
  input: addPromiseSchema,
  run: ({ actor, input, params }) => addPromise(actor, (params.id ?? "").toLowerCase(), input),
});
