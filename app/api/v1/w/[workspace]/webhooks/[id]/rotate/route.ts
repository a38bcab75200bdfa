import { handle } from "@/lib/actions/handler";
import { readWebhookNow } from "@/lib/queries/read-webhooks";
import * as operations from "@/lib/schemas/api/webhooks";
import { rotateWebhook } from "@/lib/use-cases/webhook/rotate-webhook";

/** POST /api/v1/w/:workspace/webhooks/:id/rotate: a new secret, answered this once. */
export const POST = handle({
  is: operations.rotateWebhook,
  run: ({ actor, params, input, at }) =>
    rotateWebhook(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: (actor, id) => readWebhookNow(actor, id.toLowerCase()),
});
