import { handle } from "@/lib/actions/handler";
import { versionSchema } from "@/lib/schemas/person-fact";
import { restoreFact } from "@/lib/use-cases/person/restore-fact";

/** POST /api/v1/w/:workspace/facts/:id/restore: brings a removed fact back. */
export const POST = handle({
  input: versionSchema,
  run: ({ actor, input, params }) =>
    restoreFact(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }),
});
