import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/tasks";
import { resumeTurn } from "@/lib/use-cases/weekly/skip-turn";

/** POST /api/v1/w/:workspace/weekly/:id/resume: the skipped turn of the person `id` is taken back, to what was before it. */
export const POST = handle({
  is: operations.resumeTurn,
  run: ({ actor, input, params, at }) => resumeTurn(actor, (params.id ?? "").toLowerCase(), input, at),
});
