import { handle } from "@/lib/actions/handler";
import { readWebhookNow } from "@/lib/queries/read-webhooks";
import * as operations from "@/lib/schemas/api/webhooks";
import { wakeWebhook } from "@/lib/use-cases/webhook/wake-webhook";

/** POST /api/v1/w/:workspace/webhooks/:id/wake: it is told again what happens from now on. */
export const POST = handle({
  is: operations.wakeWebhook,
  run: ({ actor, params, input }) => wakeWebhook(actor, { id: (params.id ?? "").toLowerCase(), ...input }),
  current: (actor, id) => readWebhookNow(actor, id.toLowerCase()),
});
