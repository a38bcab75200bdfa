import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { setMailbox } from "@/lib/use-cases/account/set-mailbox";

/** POST /api/v1/w/:workspace/accounts/:id/mailbox: the server that takes its mail, once it has let us in. */
export const POST = handle({
  is: operations.setMailbox,
  run: ({ actor, input, params, at }) => setMailbox(actor, (params.id ?? "").toLowerCase(), input, at),
});
