import { handle } from "@/lib/actions/handler";
import { readEvent } from "@/lib/queries/read-event";
import * as operations from "@/lib/schemas/api/calendar";
import { setEventPrivacy } from "@/lib/use-cases/calendar/set-event-privacy";

/** POST /api/v1/w/:workspace/events/:id/privacy: the client makes an entry private, or open. */
export const POST = handle({
  is: operations.setEventPrivacy,
  run: ({ actor, input, params, at }) =>
    setEventPrivacy(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: (actor, id, at) => readEvent(actor, id.toLowerCase(), null, at),
});
