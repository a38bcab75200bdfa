import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { syncCalendar } from "@/lib/use-cases/calendar-source/sync-calendar";

/** POST /api/v1/w/:workspace/calendars/:id/sync: one step of reading it; asked again until `finished`. */
export const POST = handle({
  is: operations.syncCalendar,
  run: ({ actor, input, params, at }) =>
    syncCalendar(actor, (params.id ?? "").toLowerCase(), { ...input, at, random: Math.random() }),
});
