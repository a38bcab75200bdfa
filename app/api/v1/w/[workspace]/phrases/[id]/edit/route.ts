import { handle } from "@/lib/actions/handler";
import { editPhraseSchema } from "@/lib/schemas/phrase";
import { editPhrase } from "@/lib/use-cases/phrase/edit-phrase";

/** POST /api/v1/w/:workspace/phrases/:id/edit: changes a saved phrase. */
export const POST = handle({
  input: editPhraseSchema,
  run: ({ actor, input: { version, ...change }, params }) =>
    editPhrase(actor, { id: (params.id ?? "").toLowerCase(), version }, change),
});
