import { handle } from "@/lib/actions/handler";
import { readWebhookNow } from "@/lib/queries/read-webhooks";
import * as operations from "@/lib/schemas/api/webhooks";
import { editWebhook } from "@/lib/use-cases/webhook/edit-webhook";

/** POST /api/v1/w/:workspace/webhooks/:id/edit: what it is called, where it leads and what it is told of. */
export const POST = handle({
  is: operations.editWebhook,
  run: ({ actor, params, input }) => editWebhook(actor, { id: (params.id ?? "").toLowerCase(), ...input }),
  current: (actor, id) => readWebhookNow(actor, id.toLowerCase()),
});
