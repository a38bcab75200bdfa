import { handle } from "@/lib/actions/handler";
import { readCalendar } from "@/lib/queries/read-calendar";
import { calendarSchema } from "@/lib/schemas/calendar";

/** GET /api/v1/w/:workspace/calendar?from&to: tasks, events and yearly days of a stretch of days. */
export const GET = handle({
  input: calendarSchema,
  run: ({ actor, input, at }) => readCalendar(actor, input.from, input.to, at),
});
