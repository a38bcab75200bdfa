import { handle } from "@/lib/actions/handler";
import { entryTargetSchema } from "@/lib/schemas/contact";
import { removePromise } from "@/lib/use-cases/promise/remove-promise";

/** POST /api/v1/w/:workspace/promises/:id/remove: takes it away. */
export const POST = handle({
  input: entryTargetSchema,
  run: ({ actor, input, params, at }) =>
    removePromise(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
});
