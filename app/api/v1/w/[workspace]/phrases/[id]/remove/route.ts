import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { removePhrase } from "@/lib/use-cases/phrase/remove-phrase";

/** POST /api/v1/w/:workspace/phrases/:id/remove: takes it away; restore brings it back. */
export const POST = handle({
  is: operations.removePhrase,
  run: ({ actor, input, params, at }) =>
    removePhrase(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
