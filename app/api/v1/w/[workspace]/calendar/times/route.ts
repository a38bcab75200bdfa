import { handle } from "@/lib/actions/handler";
import { checkTimes } from "@/lib/queries/check-times";
import * as operations from "@/lib/schemas/api/calendar";

/** POST /api/v1/w/:workspace/calendar/times: what stands in the way of a time, and what is free. Changes nothing. */
export const POST = handle({
  is: operations.checkTimes,
  run: ({ actor, input, at }) => checkTimes(actor, input, at),
});
