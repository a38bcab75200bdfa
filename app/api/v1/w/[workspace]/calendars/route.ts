import { handle } from "@/lib/actions/handler";
import { readCalendars } from "@/lib/queries/read-calendars";
import * as operations from "@/lib/schemas/api/sources";
import { addCalendar } from "@/lib/use-cases/calendar-source/add-calendar";

/** GET /api/v1/w/:workspace/calendars: those that are read from elsewhere; where they are kept is told to the client alone. */
export const GET = handle({
  is: operations.readCalendars,
  run: ({ actor }) => readCalendars(actor),
});

/** POST /api/v1/w/:workspace/calendars: adds a calendar, once it was looked at. */
export const POST = handle({
  is: operations.addCalendar,
  run: ({ actor, input, at }) => addCalendar(actor, input, at),
});
