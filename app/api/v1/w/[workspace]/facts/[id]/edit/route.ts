import { handle } from "@/lib/actions/handler";
import { readFact } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { editFact } from "@/lib/use-cases/person/edit-fact";

/** POST /api/v1/w/:workspace/facts/:id/edit: changes a fact, as it was seen at `version`. */
export const POST = handle({
  is: operations.editFact,
  run: ({ actor, input, params }) => {
    const { version, ...change } = input;
    return editFact(actor, { id: (params.id ?? "").toLowerCase(), version }, change);
  },
  current: (actor, id, at) => readFact(actor, id.toLowerCase(), at),
});
