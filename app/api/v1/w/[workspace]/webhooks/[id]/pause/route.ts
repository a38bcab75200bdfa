import { handle } from "@/lib/actions/handler";
import { readWebhookNow } from "@/lib/queries/read-webhooks";
import * as operations from "@/lib/schemas/api/webhooks";
import { pauseWebhook } from "@/lib/use-cases/webhook/pause-webhook";

/** POST /api/v1/w/:workspace/webhooks/:id/pause: it is told nothing for the time being. */
export const POST = handle({
  is: operations.pauseWebhook,
  run: ({ actor, params, input, at }) =>
    pauseWebhook(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: (actor, id) => readWebhookNow(actor, id.toLowerCase()),
});
