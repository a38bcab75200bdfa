import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { settleSending } from "@/lib/use-cases/draft/settle-sending";

/** POST /api/v1/w/:workspace/sendings/:id/settle: the client says whether words went out that nobody knows of. */
export const POST = handle({
  is: operations.settleSending,
  run: ({ actor, input, params, at }) =>
    settleSending(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
