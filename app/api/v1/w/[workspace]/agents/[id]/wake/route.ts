import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/access";
import { wakeAgent } from "@/lib/use-cases/access/wake-agent";

/** POST /api/v1/w/:workspace/agents/:id/wake: it goes on. */
export const POST = handle({
  is: operations.wakeAgent,
  run: ({ actor, params }) => wakeAgent(actor, (params.id ?? "").toLowerCase()),
});
