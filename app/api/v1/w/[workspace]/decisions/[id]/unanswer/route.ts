import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/tasks";
import { unanswerDecision } from "@/lib/use-cases/decision/unanswer-decision";

/** POST /api/v1/w/:workspace/decisions/:id/unanswer: the client takes the answer back. */
export const POST = handle({
  is: operations.unanswerDecision,
  run: ({ actor, input, params, at }) =>
    unanswerDecision(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
