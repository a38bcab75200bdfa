import { taskVerbs } from "@/app/api/v1/w/[workspace]/tasks/verbs";
import { handle } from "@/lib/actions/handler";
import { sayBroken, sayProblem } from "@/lib/actions/problem";
import { rememberAttempt } from "@/lib/auth/remember-attempt";
import { granted } from "@/lib/domain/result";
import * as operations from "@/lib/schemas/api/tasks";

/**
 * POST /api/v1/w/:workspace/tasks/bulk: one verb on many tasks, each by itself and each through the same use-case as the
 * single one. What is refused is told beside what was done, and written down as of the single one.
 */
export const POST = handle({
  is: operations.changeTasks,
  run: async ({ actor, input, at }) => {
    const results: { id: string; task?: unknown; problem?: unknown }[] = [];
    let seq = 0;
    const { is, run } = taskVerbs[input.verb];
    for (const { id, version } of input.items) {
      const done = await run(actor, id, { ...input.input, version }, at).catch((error) =>
        sayBroken(error, actor),
      );
      if ("status" in done) {
        results.push({ id, problem: done });
        continue;
      }
      if (!done.ok) {
        await rememberAttempt(actor, { is, id }, done.refusal);
        results.push({ id, problem: sayProblem(done.refusal, { actor, is: operations.changeTasks, id }) });
        continue;
      }
      seq = done.value.seq;
      results.push({ id, task: "task" in done.value ? done.value.task : undefined });
    }
    return granted({ results, seq });
  },
});
