import { handle } from "@/lib/actions/handler";
import { readEvent } from "@/lib/queries/read-event";
import * as operations from "@/lib/schemas/api/calendar";
import { allowEvent } from "@/lib/use-cases/calendar/allow-event";

/** POST /api/v1/w/:workspace/events/:id/allow: the client lets an entry stand over time that they keep, or keeps the time. */
export const POST = handle({
  is: operations.allowEvent,
  run: ({ actor, input, params, at }) =>
    allowEvent(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: (actor, id, at) => readEvent(actor, id.toLowerCase(), null, at),
});
