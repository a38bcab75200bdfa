import { handle } from "@/lib/actions/handler";
import { partTargetSchema } from "@/lib/schemas/draft";
import { unanswerDecision } from "@/lib/use-cases/decision/unanswer-decision";

/** POST /api/v1/w/:workspace/decisions/:id/unanswer: the client takes the answer back. */
export const POST = handle({
  input: partTargetSchema,
  run: ({ actor, input, params, at }) =>
    unanswerDecision(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
