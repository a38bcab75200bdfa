import { handle } from "@/lib/actions/handler";
import { readWebhooks } from "@/lib/queries/read-webhooks";
import * as operations from "@/lib/schemas/api/webhooks";
import { makeWebhook } from "@/lib/use-cases/webhook/make-webhook";

/** GET /api/v1/w/:workspace/webhooks: whom the desk tells what changes; without the secrets. */
export const GET = handle({
  is: operations.readWebhooks,
  run: ({ actor }) => readWebhooks(actor),
});

/** POST /api/v1/w/:workspace/webhooks: makes a webhook and answers its secret, this once. */
export const POST = handle({
  is: operations.makeWebhook,
  run: ({ actor, input }) => makeWebhook(actor, input),
});
