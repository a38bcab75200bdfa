import { handle } from "@/lib/actions/handler";
import { readCalendarSource } from "@/lib/queries/read-calendars";
import * as operations from "@/lib/schemas/api/sources";

/** GET /api/v1/w/:workspace/calendars/:id: how a calendar stands, with what in it could not be read. */
export const GET = handle({
  is: operations.readCalendarSource,
  run: ({ actor, params }) => readCalendarSource(actor, (params.id ?? "").toLowerCase()),
});
