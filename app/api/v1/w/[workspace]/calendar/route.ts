import { handle } from "@/lib/actions/handler";
import { readCalendar } from "@/lib/queries/read-calendar";
import * as operations from "@/lib/schemas/api/calendar";

/** GET /api/v1/w/:workspace/calendar?from&to: tasks, events and yearly days of a stretch of days. */
export const GET = handle({
  is: operations.readCalendar,
  run: ({ actor, input, at }) => readCalendar(actor, input.from, input.to, at),
});
