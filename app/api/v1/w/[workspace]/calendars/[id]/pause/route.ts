import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { pauseCalendar } from "@/lib/use-cases/calendar-source/pause-calendar";

/** POST /api/v1/w/:workspace/calendars/:id/pause: stops reading it, or goes on. */
export const POST = handle({
  is: operations.pauseCalendar,
  run: ({ actor, input, params, at }) =>
    pauseCalendar(actor, (params.id ?? "").toLowerCase(), input.paused, at),
});
