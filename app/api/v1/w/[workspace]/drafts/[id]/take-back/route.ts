import { handle } from "@/lib/actions/handler";
import { nothingSchema } from "@/lib/schemas/draft";
import { takeDraftBack } from "@/lib/use-cases/draft/take-draft-back";

/** POST /api/v1/w/:workspace/drafts/:id/take-back: takes it back to work on it. */
export const POST = handle({
  input: nothingSchema,
  run: ({ actor, params }) => takeDraftBack(actor, (params.id ?? "").toLowerCase()),
});
