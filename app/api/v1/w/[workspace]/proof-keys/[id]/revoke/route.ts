import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { revokeProofKey } from "@/lib/use-cases/proof/revoke-proof-key";

/** POST /api/v1/w/:workspace/proof-keys/:id/revoke: nothing that it has signed verifies any more. */
export const POST = handle({
  is: operations.revokeProofKey,
  run: ({ actor, input, params, at }) =>
    revokeProofKey(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
