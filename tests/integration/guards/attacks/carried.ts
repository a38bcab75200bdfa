import type { Attack, Scene } from "../../../support/fence/attack";
import {
  approved,
  as,
  asJob,
  leaving as claimed,
  gone,
  really,
  released,
  set,
  written,
} from "../../../support/fence/words";

const closesNothing = "FH001 fence: a job closes nothing";
const strictly = "23514 must_be_you_is_closed_by_the_client";
const noWords = "FH004 fence: these words did not go out";

/** A job completes a task with words, or with none. */
function finish(s: Scene, task: string, draft: string | null): Promise<number> {
  const words = draft === null ? "NULL" : `'${draft}'`;
  return asJob(s, `UPDATE tasks SET state = 'done', closing_draft = ${words} WHERE id = '${task}'`);
}

/** Around fence 1 and 4: what went out, and what is closed by it. */
export const carried: Attack[] = [
  ...(["client", "assistant"] as const).map(
    (who): Attack => ({
      title: `The ${who} says that words went out which are to leave by mail and have not`,
      no: "FH004 fence: nothing went out that was not let go",
      run: async (s) => as(s, who, set(await approved(s), "sent")),
    }),
  ),
  {
    title: "The assistant says that words went out elsewhere which must be the client",
    no: "FH004 fence: nothing went out that was not let go",
    run: async (s) => as(s, "assistant", set(await approved(s, { way: "elsewhere" }), "sent")),
  },
  {
    title: "The client changes words that went out",
    no: "FH004 fence: what went out stays as it was",
    run: async (s) => as(s, "client", set(await gone(s, await approved(s)), "draft")),
  },
  {
    title: "A job completes what must be the client, with nothing",
    no: closesNothing,
    run: (s) => finish(s, s.strict, null),
  },
  {
    title: "A job completes what must be the client, with words that wait still",
    no: closesNothing,
    run: async (s) => finish(s, s.strict, (await approved(s)).draft),
  },
  {
    title: "A job completes what must be the client, with words of another task that went out",
    no: closesNothing,
    run: async (s) => finish(s, s.strict, (await gone(s, await released(s))).draft),
  },
  {
    title: "A job declines a task with words that went out",
    no: closesNothing,
    run: async (s) => {
      const w = await gone(s, await approved(s));
      return asJob(
        s,
        `UPDATE tasks SET state = 'declined', closing_draft = '${w.draft}' WHERE id = '${w.task}'`,
      );
    },
  },
  {
    title: "A job completes a task a second time with the same words, after the client has opened it again",
    no: closesNothing,
    guards: ["line words close a task once"],
    run: async (s) => {
      const w = await gone(s, await approved(s));
      await finish(s, w.task, w.draft);
      await as(s, "client", "UPDATE tasks SET state = 'client' WHERE id = $1", [w.task]);
      return finish(s, w.task, w.draft);
    },
  },
  {
    title: "A job completes what became must-be-you with words that the assistant had let go",
    no: strictly,
    run: async (s) => {
      const w = await gone(s, await released(s));
      await as(
        s,
        "client",
        "UPDATE tasks SET tag = 'must-be-you', tag_by = 'hand', tag_rule = NULL WHERE id = $1",
        [w.task],
      );
      return finish(s, w.task, w.draft);
    },
  },
  {
    title: "A job writes a note under the client's name, as it completes with her words",
    no: "nothing",
    guards: ["line a job writes no note"],
    run: async (s) => {
      const w = await gone(s, await approved(s));
      await asJob(
        s,
        `UPDATE tasks SET state = 'done', closing_note = 'Hers', closing_draft = '${w.draft}' WHERE id = '${w.task}'`,
      );
      return really(
        s,
        "SELECT FROM tasks WHERE id = $1 AND NOT (state = 'done' AND closing_note = '' AND closed_by = $2)",
        [w.task, s.desk.client.id],
      );
    },
  },
  {
    title: "The client completes a task with words that did not go out",
    no: noWords,
    run: async (s) =>
      as(s, "client", "UPDATE tasks SET state = 'done', closing_draft = $2 WHERE id = $1", [
        s.strict,
        (await written(s)).draft,
      ]),
  },
  {
    title: "The client completes a task with words of another task",
    no: noWords,
    run: async (s) => {
      const w = await gone(s, await released(s));
      return as(s, "client", "UPDATE tasks SET state = 'done', closing_draft = $2 WHERE id = $1", [
        s.strict,
        w.draft,
      ]);
    },
  },
  ...(["done", "declined"] as const).map(
    (state): Attack => ({
      title: `The client sets a task to ${state} under words that are leaving`,
      no: "FH004 fence: these words are leaving",
      run: async (s) => {
        await claimed(s, await approved(s));
        return as(s, "client", "UPDATE tasks SET state = $2 WHERE id = $1", [s.strict, state]);
      },
    }),
  ),
  {
    title: "Words wait on beside a task that was completed by hand",
    no: "nothing",
    guards: ["trigger tasks.b_call_words_back"],
    run: async (s) => {
      const w = await approved(s);
      await as(s, "client", "UPDATE tasks SET state = 'done' WHERE id = $1", [w.task]);
      return really(s, "SELECT FROM sendings WHERE id = $1 AND state <> 'stopped'", [w.sending]);
    },
  },
];
