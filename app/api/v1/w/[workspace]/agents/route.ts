import { handle } from "@/lib/actions/handler";
import { readAgents } from "@/lib/queries/read-agents";
import * as operations from "@/lib/schemas/api/access";
import { addAgent } from "@/lib/use-cases/access/add-agent";

/** GET /api/v1/w/:workspace/agents: the AI assistants of the desk. */
export const GET = handle({
  is: operations.readAgents,
  run: ({ actor }) => readAgents(actor),
});

/** POST /api/v1/w/:workspace/agents: one more, by the client's hand. */
export const POST = handle({
  is: operations.addAgent,
  run: ({ actor, input }) => addAgent(actor, input),
});
