import { handle } from "@/lib/actions/handler";
import { entryTargetSchema } from "@/lib/schemas/contact";
import { restorePromise } from "@/lib/use-cases/promise/restore-promise";

/** POST /api/v1/w/:workspace/promises/:id/restore: brings it back. */
export const POST = handle({
  input: entryTargetSchema,
  run: ({ actor, input, params }) =>
    restorePromise(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }),
});
