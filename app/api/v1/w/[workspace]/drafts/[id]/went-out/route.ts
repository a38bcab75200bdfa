import { handle } from "@/lib/actions/handler";
import { wentOutSchema } from "@/lib/schemas/draft";
import { sayWentOut } from "@/lib/use-cases/draft/say-went-out";

/** POST /api/v1/w/:workspace/drafts/:id/went-out: approved words left by somebody's own hand. */
export const POST = handle({
  input: wentOutSchema,
  run: ({ actor, input, params, at }) =>
    sayWentOut(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
