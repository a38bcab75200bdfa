import { handle } from "@/lib/actions/handler";
import { setMailboxSchema } from "@/lib/schemas/account";
import { setMailbox } from "@/lib/use-cases/account/set-mailbox";

/** POST /api/v1/w/:workspace/accounts/:id/mailbox: the server that takes its mail, once it has let us in. */
export const POST = handle({
  input: setMailboxSchema,
  run: ({ actor, input, params, at }) => setMailbox(actor, (params.id ?? "").toLowerCase(), input, at),
});
