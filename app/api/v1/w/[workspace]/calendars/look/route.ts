import { handle } from "@/lib/actions/handler";
import { lookForCalendarsSchema } from "@/lib/schemas/calendar-settings";
import { lookForCalendars } from "@/lib/use-cases/calendar-source/look-for-calendars";

/** POST /api/v1/w/:workspace/calendars/look: what is behind an address. Nothing is kept. */
export const POST = handle({
  input: lookForCalendarsSchema,
  run: ({ actor, input, at }) => lookForCalendars(actor, input, at),
});
