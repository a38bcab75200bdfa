import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/views";
import { restoreView } from "@/lib/use-cases/view/restore-view";

/** POST /api/v1/w/:workspace/views/:id/restore: brings a removed view back. */
export const POST = handle({
  is: operations.restoreView,
  run: ({ actor, input, params }) => restoreView(actor, { id: (params.id ?? "").toLowerCase(), ...input }),
});
