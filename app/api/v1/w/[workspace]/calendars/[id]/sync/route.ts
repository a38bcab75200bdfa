import { handle } from "@/lib/actions/handler";
import { syncCalendarSchema } from "@/lib/schemas/calendar-settings";
import { syncCalendar } from "@/lib/use-cases/calendar-source/sync-calendar";

/** POST /api/v1/w/:workspace/calendars/:id/sync: one step of reading it; asked again until `finished`. */
export const POST = handle({
  input: syncCalendarSchema,
  run: ({ actor, input, params, at }) =>
    syncCalendar(actor, (params.id ?? "").toLowerCase(), { ...input, at, random: Math.random() }),
});
