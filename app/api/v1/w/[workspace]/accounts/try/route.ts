import { handle } from "@/lib/actions/handler";
import { tryMailboxSchema } from "@/lib/schemas/account";
import { tryMailbox } from "@/lib/use-cases/account/try-mailbox";

/** POST /api/v1/w/:workspace/accounts/try: signs in to a mail server. Nothing is sent, nothing is kept. */
export const POST = handle({
  input: tryMailboxSchema,
  run: ({ actor, input }) => tryMailbox(actor, input),
});
