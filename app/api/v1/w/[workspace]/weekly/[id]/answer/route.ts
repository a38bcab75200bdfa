import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/tasks";
import { answerLine } from "@/lib/use-cases/weekly/answer-line";

/** POST /api/v1/w/:workspace/weekly/:id/answer: mine, draft or skip, for a line about the person `id`. */
export const POST = handle({
  is: operations.answerLine,
  run: ({ actor, input, params, at }) =>
    answerLine(actor, { ...input, personId: (params.id ?? "").toLowerCase() }, at),
});
