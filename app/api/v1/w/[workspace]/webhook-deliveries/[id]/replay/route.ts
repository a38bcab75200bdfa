import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/webhooks";
import { replayDelivery } from "@/lib/use-cases/webhook/replay-delivery";

/** POST /api/v1/w/:workspace/webhook-deliveries/:id/replay: the same once more, under the same webhook-id. */
export const POST = handle({
  is: operations.replayDelivery,
  run: ({ actor, params, at }) => replayDelivery(actor, (params.id ?? "").toLowerCase(), at),
});
