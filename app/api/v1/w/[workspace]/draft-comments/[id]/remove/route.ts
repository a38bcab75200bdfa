import { handle } from "@/lib/actions/handler";
import { partTargetSchema } from "@/lib/schemas/draft";
import { removeComment } from "@/lib/use-cases/draft/remove-comment";

/** POST /api/v1/w/:workspace/draft-comments/:id/remove: takes a comment of one's own away. */
export const POST = handle({
  input: partTargetSchema,
  run: ({ actor, input, params, at }) =>
    removeComment(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
