import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { revokeProof } from "@/lib/use-cases/proof/revoke-proof";

/** POST /api/v1/w/:workspace/proofs/:id/revoke: the link says nothing about the message any more. */
export const POST = handle({
  is: operations.revokeProof,
  run: ({ actor, input, params, at }) =>
    revokeProof(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
