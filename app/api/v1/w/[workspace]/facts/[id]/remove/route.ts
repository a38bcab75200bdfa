import { handle } from "@/lib/actions/handler";
import { versionSchema } from "@/lib/schemas/person-fact";
import { removeFact } from "@/lib/use-cases/person/remove-fact";

/** POST /api/v1/w/:workspace/facts/:id/remove: takes a fact away. */
export const POST = handle({
  input: versionSchema,
  run: ({ actor, input, params, at }) =>
    removeFact(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
});
