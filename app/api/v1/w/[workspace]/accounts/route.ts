import { handle } from "@/lib/actions/handler";
import { readAccounts } from "@/lib/queries/read-accounts";
import * as operations from "@/lib/schemas/api/voice";
import { addAccount } from "@/lib/use-cases/account/add-account";

/** GET /api/v1/w/:workspace/accounts: where the client is present; mail servers are shown to the client alone, passwords to nobody. */
export const GET = handle({
  is: operations.readAccounts,
  run: ({ actor }) => readAccounts(actor),
});

/** POST /api/v1/w/:workspace/accounts: one more. */
export const POST = handle({
  is: operations.addAccount,
  run: ({ actor, input }) => addAccount(actor, input),
});
