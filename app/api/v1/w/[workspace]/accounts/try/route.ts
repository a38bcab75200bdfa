import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { tryMailbox } from "@/lib/use-cases/account/try-mailbox";

/** POST /api/v1/w/:workspace/accounts/try: signs in to a mail server. Nothing is sent, nothing is kept. */
export const POST = handle({
  is: operations.tryMailbox,
  run: ({ actor, input }) => tryMailbox(actor, input),
});
