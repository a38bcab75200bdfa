import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { createEvent } from "@/lib/use-cases/calendar/create-event";

/** POST /api/v1/w/:workspace/events: puts an entry on the calendar. */
export const POST = handle({
  is: operations.createEvent,
  run: ({ actor, input, at }) => createEvent(actor, input, at),
});
