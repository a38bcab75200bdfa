import { handle } from "@/lib/actions/handler";
import { entryTargetSchema } from "@/lib/schemas/contact";
import { keepPromise } from "@/lib/use-cases/promise/keep-promise";

/** POST /api/v1/w/:workspace/promises/:id/keep: it was kept. */
export const POST = handle({
  input: entryTargetSchema,
  run: ({ actor, input, params, at }) =>
    keepPromise(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
});
