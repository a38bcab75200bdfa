import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/views";
import { removeView } from "@/lib/use-cases/view/remove-view";

/** POST /api/v1/w/:workspace/views/:id/remove: takes it away; restore brings it back. */
export const POST = handle({
  is: operations.removeView,
  run: ({ actor, input, params, at }) =>
    removeView(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
