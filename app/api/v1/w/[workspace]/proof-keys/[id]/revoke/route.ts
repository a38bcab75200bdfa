import { handle } from "@/lib/actions/handler";
import { revokeProofKeySchema } from "@/lib/schemas/proof-key";
import { revokeProofKey } from "@/lib/use-cases/proof/revoke-proof-key";

/** POST /api/v1/w/:workspace/proof-keys/:id/revoke: nothing that it has signed verifies any more. */
export const POST = handle({
  input: revokeProofKeySchema,
  run: ({ actor, input, params, at }) =>
    revokeProofKey(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
