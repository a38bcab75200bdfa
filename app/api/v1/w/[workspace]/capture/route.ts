import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/capture";
import { capture } from "@/lib/use-cases/task/capture";

/** POST /api/v1/w/:workspace/capture: makes a task from what was shared. */
export const POST = handle({
  is: operations.capture,
  limitBytes: 512 * 1024,
  run: ({ actor, input, at }) => capture(actor, input, at),
});
