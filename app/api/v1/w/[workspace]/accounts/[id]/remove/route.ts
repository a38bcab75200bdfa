import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { removeAccount } from "@/lib/use-cases/account/remove-account";

/** POST /api/v1/w/:workspace/accounts/:id/remove: takes it away, and forgets its password. */
export const POST = handle({
  is: operations.removeAccount,
  run: ({ actor, input, params, at }) =>
    removeAccount(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
