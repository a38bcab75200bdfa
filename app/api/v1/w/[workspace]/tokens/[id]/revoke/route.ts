import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/access";
import { revokeToken } from "@/lib/use-cases/access/revoke-token";

/** POST /api/v1/w/:workspace/tokens/:id/revoke: it opens nothing any more. */
export const POST = handle({
  is: operations.revokeToken,
  run: ({ actor, params, input, at }) =>
    revokeToken(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
