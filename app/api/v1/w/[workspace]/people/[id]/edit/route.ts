import { handle } from "@/lib/actions/handler";
import { editPersonSchema } from "@/lib/schemas/person";
import { editPerson } from "@/lib/use-cases/person/edit-person";

/** POST /api/v1/w/:workspace/people/:id/edit: changes what is known about somebody, as they were seen at `version`. */
export const POST = handle({
  input: editPersonSchema,
  run: ({ actor, input, params, at }) => {
    const { version, ...change } = input;
    return editPerson(actor, { id: (params.id ?? "").toLowerCase(), version }, change, at);
  },
});
