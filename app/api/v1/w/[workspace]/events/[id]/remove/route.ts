import { handle } from "@/lib/actions/handler";
import { readEvent } from "@/lib/queries/read-event";
import * as operations from "@/lib/schemas/api/calendar";
import { removeEvent } from "@/lib/use-cases/calendar/remove-event";

/** POST /api/v1/w/:workspace/events/:id/remove: takes an entry off the calendar, or some of its times. */
export const POST = handle({
  is: operations.removeEvent,
  run: ({ actor, input, params, at }) =>
    removeEvent(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: (actor, id, at) => readEvent(actor, id.toLowerCase(), null, at),
});
