import { handle } from "@/lib/actions/handler";
import { env } from "@/lib/env";
import { readTask } from "@/lib/queries/read-task";
import * as operations from "@/lib/schemas/api/tasks";
import { answerInvitation } from "@/lib/use-cases/invitation/answer-invitation";

/** POST /api/v1/w/:workspace/tasks/:id/answer: the client's answer leaves; an assistant's leaves with leave, or is put before the client. */
export const POST = handle({
  is: operations.answerInvitation,
  run: ({ actor, input, params, at }) =>
    answerInvitation(actor, (params.id ?? "").toLowerCase(), input, at, new URL(env.FIRSTHAND_URL).hostname),
  current: (actor, id) => readTask(actor, id.toLowerCase()),
});
