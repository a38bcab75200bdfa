import { handle } from "@/lib/actions/handler";
import { readEvent } from "@/lib/queries/read-event";
import * as operations from "@/lib/schemas/api/calendar";
import { editEvent } from "@/lib/use-cases/calendar/edit-event";

/** POST /api/v1/w/:workspace/events/:id/edit: changes one time of an entry, that and all that follow, or all of them. */
export const POST = handle({
  is: operations.editEvent,
  run: ({ actor, input, params, at }) =>
    editEvent(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: (actor, id, at) => readEvent(actor, id.toLowerCase(), null, at),
});
