import { handle } from "@/lib/actions/handler";
import { phraseVersionSchema } from "@/lib/schemas/phrase";
import { removePhrase } from "@/lib/use-cases/phrase/remove-phrase";

/** POST /api/v1/w/:workspace/phrases/:id/remove: takes it away; restore brings it back. */
export const POST = handle({
  input: phraseVersionSchema,
  run: ({ actor, input, params, at }) =>
    removePhrase(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
