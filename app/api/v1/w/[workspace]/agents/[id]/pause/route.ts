import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/access";
import { pauseAgent } from "@/lib/use-cases/access/pause-agent";

/** POST /api/v1/w/:workspace/agents/:id/pause: it is stopped at once. */
export const POST = handle({
  is: operations.pauseAgent,
  run: ({ actor, params }) => pauseAgent(actor, (params.id ?? "").toLowerCase()),
});
