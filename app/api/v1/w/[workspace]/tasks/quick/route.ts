import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/tasks";
import { quickAdd } from "@/lib/use-cases/task/quick-add";

/** POST /api/v1/w/:workspace/tasks/quick: makes what a typed line says. */
export const POST = handle({
  is: operations.quickAdd,
  run: ({ actor, input, at }) => quickAdd(actor, input.line, at),
});
