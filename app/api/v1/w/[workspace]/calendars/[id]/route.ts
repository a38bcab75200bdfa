import { handle } from "@/lib/actions/handler";
import { readCalendarSource } from "@/lib/queries/read-calendars";

/** GET /api/v1/w/:workspace/calendars/:id: how a calendar stands, with what in it could not be read. */
export const GET = handle({
  run: ({ actor, params }) => readCalendarSource(actor, (params.id ?? "").toLowerCase()),
});
