import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { restoreAccount } from "@/lib/use-cases/account/restore-account";

/** POST /api/v1/w/:workspace/accounts/:id/restore: brings it back, without a mail server. */
export const POST = handle({
  is: operations.restoreAccount,
  run: ({ actor, input, params }) => restoreAccount(actor, { id: (params.id ?? "").toLowerCase(), ...input }),
});
