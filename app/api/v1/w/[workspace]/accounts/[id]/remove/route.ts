import { handle } from "@/lib/actions/handler";
import { accountVersionSchema } from "@/lib/schemas/account";
import { removeAccount } from "@/lib/use-cases/account/remove-account";

/** POST /api/v1/w/:workspace/accounts/:id/remove: takes it away, and forgets its password. */
export const POST = handle({
  input: accountVersionSchema,
  run: ({ actor, input, params, at }) =>
    removeAccount(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
