import { handle } from "@/lib/actions/handler";
import { readTouch } from "@/lib/queries/read-touch";
import * as operations from "@/lib/schemas/api/people";

/** GET /api/v1/w/:workspace/people/touch: whom the client is losing touch with, the longest wait first. */
export const GET = handle({
  is: operations.readTouch,
  run: ({ actor, input, at }) => readTouch(actor, input, at),
});
