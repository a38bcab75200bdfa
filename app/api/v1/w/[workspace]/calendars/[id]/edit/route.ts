import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/sources";
import { editCalendar } from "@/lib/use-cases/calendar-source/edit-calendar";

/** POST /api/v1/w/:workspace/calendars/:id/edit: changes its name, who sees it, or how to get at it. */
export const POST = handle({
  is: operations.editCalendar,
  run: ({ actor, input, params, at }) => editCalendar(actor, (params.id ?? "").toLowerCase(), input, at),
});
