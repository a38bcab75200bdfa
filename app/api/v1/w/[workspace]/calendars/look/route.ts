import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { lookForCalendars } from "@/lib/use-cases/calendar-source/look-for-calendars";

/** POST /api/v1/w/:workspace/calendars/look: what is behind an address. Nothing is kept. */
export const POST = handle({
  is: operations.lookForCalendars,
  run: ({ actor, input, at }) => lookForCalendars(actor, input, at),
});
