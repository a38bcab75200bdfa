import { handle } from "@/lib/actions/handler";
import { quickAddSchema } from "@/lib/schemas/quick-add";
import { quickAdd } from "@/lib/use-cases/task/quick-add";

/** POST /api/v1/w/:workspace/tasks/quick: makes what a typed line says. */
export const POST = handle({
  input: quickAddSchema,
  run: ({ actor, input, at }) => quickAdd(actor, input.line, at),
});
