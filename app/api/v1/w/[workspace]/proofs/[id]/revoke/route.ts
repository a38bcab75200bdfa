import { handle } from "@/lib/actions/handler";
import { revokeProofSchema } from "@/lib/schemas/sending";
import { revokeProof } from "@/lib/use-cases/proof/revoke-proof";

/** POST /api/v1/w/:workspace/proofs/:id/revoke: the link says nothing about the message any more. */
export const POST = handle({
  input: revokeProofSchema,
  run: ({ actor, input, params, at }) =>
    revokeProof(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
