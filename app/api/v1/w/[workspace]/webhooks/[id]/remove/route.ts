import { handle } from "@/lib/actions/handler";
import { readWebhookNow } from "@/lib/queries/read-webhooks";
import * as operations from "@/lib/schemas/api/webhooks";
import { removeWebhook } from "@/lib/use-cases/webhook/remove-webhook";

/** POST /api/v1/w/:workspace/webhooks/:id/remove: it ends for good. */
export const POST = handle({
  is: operations.removeWebhook,
  run: ({ actor, params, input, at }) =>
    removeWebhook(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: (actor, id) => readWebhookNow(actor, id.toLowerCase()),
});
