import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { removeMailbox } from "@/lib/use-cases/account/remove-mailbox";

/** POST /api/v1/w/:workspace/accounts/:id/mailbox/remove: forgets the server and its password. */
export const POST = handle({
  is: operations.removeMailbox,
  run: ({ actor, input, params, at }) =>
    removeMailbox(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
