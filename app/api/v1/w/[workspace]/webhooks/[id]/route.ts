import { handle } from "@/lib/actions/handler";
import { readWebhook } from "@/lib/queries/read-webhooks";
import * as operations from "@/lib/schemas/api/webhooks";

/** GET /api/v1/w/:workspace/webhooks/:id: one webhook. */
export const GET = handle({
  is: operations.readWebhook,
  run: ({ actor, params }) => readWebhook(actor, (params.id ?? "").toLowerCase()),
});
