import { handle } from "@/lib/actions/handler";
import { createEventSchema } from "@/lib/schemas/event";
import { createEvent } from "@/lib/use-cases/calendar/create-event";

/** POST /api/v1/w/:workspace/events: puts an entry on the calendar. */
export const POST = handle({
  input: createEventSchema,
  run: ({ actor, input, at }) => createEvent(actor, input, at),
});
