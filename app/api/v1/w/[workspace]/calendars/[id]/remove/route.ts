import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { removeCalendar } from "@/lib/use-cases/calendar-source/remove-calendar";

/** POST /api/v1/w/:workspace/calendars/:id/remove: forgets it; what came from it stays, or goes too. */
export const POST = handle({
  is: operations.removeCalendar,
  run: ({ actor, input, params, at }) =>
    removeCalendar(actor, (params.id ?? "").toLowerCase(), input.events, at),
});
