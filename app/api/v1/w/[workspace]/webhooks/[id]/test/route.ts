import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/webhooks";
import { testWebhook } from "@/lib/use-cases/webhook/test-webhook";

/** POST /api/v1/w/:workspace/webhooks/:id/test: a test, which tells of nothing. */
export const POST = handle({
  is: operations.testWebhook,
  run: ({ actor, params, at }) => testWebhook(actor, (params.id ?? "").toLowerCase(), at),
});
