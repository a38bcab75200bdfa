import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { editAccount } from "@/lib/use-cases/account/edit-account";

/** POST /api/v1/w/:workspace/accounts/:id/edit: changes what is said of it. */
export const POST = handle({
  is: operations.editAccount,
  run: ({ actor, input: { version, ...change }, params }) =>
    editAccount(actor, { id: (params.id ?? "").toLowerCase(), version }, change),
});
