import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/access";
import { changeAgent } from "@/lib/use-cases/access/change-agent";

/** POST /api/v1/w/:workspace/agents/:id/edit: what it may, and who answers for it. */
export const POST = handle({
  is: operations.changeAgent,
  run: ({ actor, params, input }) => changeAgent(actor, (params.id ?? "").toLowerCase(), input),
});
