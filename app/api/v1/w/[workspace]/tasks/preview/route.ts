import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/tasks";
import { previewQuickAdd } from "@/lib/use-cases/task/preview-quick-add";

/** POST /api/v1/w/:workspace/tasks/preview: what a typed line would make. Makes nothing. */
export const POST = handle({
  is: operations.previewQuickAdd,
  run: ({ actor, input, at }) => previewQuickAdd(actor, input.line, at),
});
