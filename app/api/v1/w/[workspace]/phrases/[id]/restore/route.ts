import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { restorePhrase } from "@/lib/use-cases/phrase/restore-phrase";

/** POST /api/v1/w/:workspace/phrases/:id/restore: brings a removed phrase back. */
export const POST = handle({
  is: operations.restorePhrase,
  run: ({ actor, input, params }) => restorePhrase(actor, { id: (params.id ?? "").toLowerCase(), ...input }),
});
