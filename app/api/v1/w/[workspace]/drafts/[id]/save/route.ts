import { handle } from "@/lib/actions/handler";
import { saveWordsSchema } from "@/lib/schemas/draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";

/** POST /api/v1/w/:workspace/drafts/:id/save: keeps words as a new version; 409 with both texts when somebody wrote meanwhile. */
export const POST = handle({
  input: saveWordsSchema,
  run: ({ actor, input, params }) => saveWords(actor, { id: (params.id ?? "").toLowerCase(), ...input }),
});
