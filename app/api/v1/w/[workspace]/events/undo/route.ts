import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { undoEvent } from "@/lib/use-cases/calendar/undo-event";

/** POST /api/v1/w/:workspace/events/undo: takes a change of the calendar back, for whoever made it. */
export const POST = handle({
  is: operations.undoEvent,
  run: ({ actor, input, at }) => undoEvent(actor, input.undo, at),
});
