import { handle } from "@/lib/actions/handler";
import { readEvent } from "@/lib/queries/read-event";
import * as operations from "@/lib/schemas/api/calendar";
import { moveEvent } from "@/lib/use-cases/calendar/move-event";

/** POST /api/v1/w/:workspace/events/:id/move: moves an entry on the wall of the desk’s zone, or makes it longer or shorter. */
export const POST = handle({
  is: operations.moveEvent,
  run: ({ actor, input, params, at }) =>
    moveEvent(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: (actor, id, at) => readEvent(actor, id.toLowerCase(), null, at),
});
