import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/people";
import { logContact } from "@/lib/use-cases/contact/log-contact";

/** POST /api/v1/w/:workspace/people/:id/contacts: writes down that there was contact with somebody. */
export const POST = handle({
  is: operations.logContact,
  run: ({ actor, input, params, at }) => logContact(actor, (params.id ?? "").toLowerCase(), input, at),
});
