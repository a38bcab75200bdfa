import { handle } from "@/lib/actions/handler";
import { readTask } from "@/lib/queries/read-task";
import * as operations from "@/lib/schemas/api/tasks";
import { startDraft } from "@/lib/use-cases/draft/start-draft";

/** POST /api/v1/w/:workspace/tasks/:id/draft: begins a draft for it, addressed as far as is known. */
export const POST = handle({
  is: operations.startDraft,
  run: ({ actor, input, params }) => startDraft(actor, { taskId: (params.id ?? "").toLowerCase(), ...input }),
  current: (actor, id) => readTask(actor, id.toLowerCase()),
});
