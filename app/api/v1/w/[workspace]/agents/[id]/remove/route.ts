import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/access";
import { removeAgent } from "@/lib/use-cases/access/remove-agent";

/** POST /api/v1/w/:workspace/agents/:id/remove: its place on the desk ends, and its tokens. */
export const POST = handle({
  is: operations.removeAgent,
  run: ({ actor, params, at }) => removeAgent(actor, (params.id ?? "").toLowerCase(), at),
});
