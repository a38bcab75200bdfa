import { handle } from "@/lib/actions/handler";
import { quickAddSchema } from "@/lib/schemas/quick-add";
import { previewQuickAdd } from "@/lib/use-cases/task/preview-quick-add";

/** POST /api/v1/w/:workspace/tasks/preview: what a typed line would make. Makes nothing. */
export const POST = handle({
  input: quickAddSchema,
  run: ({ actor, input, at }) => previewQuickAdd(actor, input.line, at),
});
