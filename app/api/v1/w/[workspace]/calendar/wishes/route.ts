import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/calendar";
import { wishCalendar } from "@/lib/use-cases/calendar/wish-calendar";

/** POST /api/v1/w/:workspace/calendar/wishes: the desk's hours, ways, windows and checks. */
export const POST = handle({
  is: operations.wishCalendar,
  run: ({ actor, input }) => wishCalendar(actor, input),
});
