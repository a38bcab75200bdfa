import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/tasks";
import { withdrawDecision } from "@/lib/use-cases/decision/withdraw-decision";

/** POST /api/v1/w/:workspace/decisions/:id/withdraw: takes the question back. */
export const POST = handle({
  is: operations.withdrawDecision,
  run: ({ actor, input, params, at }) =>
    withdrawDecision(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
