import { handle } from "@/lib/actions/handler";
import { nothingSchema } from "@/lib/schemas/draft";
import { restoreDraft } from "@/lib/use-cases/draft/restore-draft";

/** POST /api/v1/w/:workspace/drafts/:id/restore: brings it back. */
export const POST = handle({
  input: nothingSchema,
  run: ({ actor, params }) => restoreDraft(actor, (params.id ?? "").toLowerCase()),
});
