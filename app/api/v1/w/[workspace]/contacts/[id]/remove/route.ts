import { handle } from "@/lib/actions/handler";
import { entryTargetSchema } from "@/lib/schemas/contact";
import { removeContact } from "@/lib/use-cases/contact/remove-contact";

/** POST /api/v1/w/:workspace/contacts/:id/remove: takes a logged contact away. */
export const POST = handle({
  input: entryTargetSchema,
  run: ({ actor, input, params, at }) =>
    removeContact(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
});
