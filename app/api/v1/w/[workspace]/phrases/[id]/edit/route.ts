import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/voice";
import { editPhrase } from "@/lib/use-cases/phrase/edit-phrase";

/** POST /api/v1/w/:workspace/phrases/:id/edit: changes a saved phrase. */
export const POST = handle({
  is: operations.editPhrase,
  run: ({ actor, input: { version, ...change }, params }) =>
    editPhrase(actor, { id: (params.id ?? "").toLowerCase(), version }, change),
});
