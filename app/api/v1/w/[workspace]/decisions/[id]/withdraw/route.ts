import { handle } from "@/lib/actions/handler";
import { partTargetSchema } from "@/lib/schemas/draft";
import { withdrawDecision } from "@/lib/use-cases/decision/withdraw-decision";

/** POST /api/v1/w/:workspace/decisions/:id/withdraw: takes the question back. */
export const POST = handle({
  input: partTargetSchema,
  run: ({ actor, input, params, at }) =>
    withdrawDecision(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
