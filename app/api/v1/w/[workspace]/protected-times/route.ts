import { handle } from "@/lib/actions/handler";
import { readProtected } from "@/lib/queries/read-protected";
import * as operations from "@/lib/schemas/api/calendar";
import { protectTime } from "@/lib/use-cases/calendar/protect-time";

/** GET /api/v1/w/:workspace/protected-times: the client's protected hours, and their wishes of the calendar. */
export const GET = handle({
  is: operations.readProtected,
  run: ({ actor, at }) => readProtected(actor, at),
});

/** POST /api/v1/w/:workspace/protected-times: hours that are nobody's to book. */
export const POST = handle({
  is: operations.protectTime,
  run: ({ actor, input, at }) => protectTime(actor, input, at),
});
