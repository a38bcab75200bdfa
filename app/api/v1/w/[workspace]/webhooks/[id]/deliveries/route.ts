import { handle } from "@/lib/actions/handler";
import { readDeliveries } from "@/lib/queries/read-webhooks";
import * as operations from "@/lib/schemas/api/webhooks";

/** GET /api/v1/w/:workspace/webhooks/:id/deliveries: what it was told, and is to be. */
export const GET = handle({
  is: operations.readDeliveries,
  run: ({ actor, params, input }) => readDeliveries(actor, (params.id ?? "").toLowerCase(), input.before),
});
