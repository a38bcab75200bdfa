import { handle } from "@/lib/actions/handler";
import { readContact } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { restoreContact } from "@/lib/use-cases/contact/restore-contact";

/** POST /api/v1/w/:workspace/contacts/:id/restore: brings it back. */
export const POST = handle({
  is: operations.restoreContact,
  run: ({ actor, input, params }) =>
    restoreContact(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }),
  current: (actor, id) => readContact(actor, id.toLowerCase()),
});
