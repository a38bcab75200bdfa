import { handle } from "@/lib/actions/handler";
import { entryTargetSchema } from "@/lib/schemas/contact";
import { reopenPromise } from "@/lib/use-cases/promise/reopen-promise";

/** POST /api/v1/w/:workspace/promises/:id/reopen: it was not kept after all. */
export const POST = handle({
  input: entryTargetSchema,
  run: ({ actor, input, params }) =>
    reopenPromise(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }),
});
