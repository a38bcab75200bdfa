import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/tasks";
import { answerDecision } from "@/lib/use-cases/decision/answer-decision";

/** POST /api/v1/w/:workspace/decisions/:id/answer: the client answers. */
export const POST = handle({
  is: operations.answerDecision,
  run: ({ actor, input, params, at }) =>
    answerDecision(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
