import { handle } from "@/lib/actions/handler";
import { partTargetSchema } from "@/lib/schemas/draft";
import { removeComment } from "@/lib/use-cases/draft/remove-comment";

/** POST /api/v1/w/:workspace/draft-comments/:id/restore: brings it back. */
export const POST = handle({
  input: partTargetSchema,
  run: ({ actor, input, params }) =>
    removeComment(actor, { id: (params.id ?? "").toLowerCase(), ...input }, null),
});
