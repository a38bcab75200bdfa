import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { sendAgain } from "@/lib/use-cases/draft/send-again";

/** POST /api/v1/w/:workspace/sendings/:id/again: words that did not leave, or may not have, are sent again. */
export const POST = handle({
  is: operations.sendAgain,
  run: ({ actor, params }) => sendAgain(actor, (params.id ?? "").toLowerCase()),
});
