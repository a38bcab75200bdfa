import { handle } from "@/lib/actions/handler";
import { undoEventSchema } from "@/lib/schemas/event";
import { undoEvent } from "@/lib/use-cases/calendar/undo-event";

/** POST /api/v1/w/:workspace/events/undo: takes a change of the calendar back, for whoever made it. */
export const POST = handle({
  input: undoEventSchema,
  run: ({ actor, input, at }) => undoEvent(actor, input.undo, at),
});
