import { handle } from "@/lib/actions/handler";
import { wishesSchema } from "@/lib/schemas/calendar-settings";
import { wishCalendar } from "@/lib/use-cases/calendar/wish-calendar";

/** POST /api/v1/w/:workspace/calendar/wishes: the desk's hours, ways, windows and checks. */
export const POST = handle({ input: wishesSchema, run: ({ actor, input }) => wishCalendar(actor, input) });
