import type { Attack, Scene } from "../../../support/fence/attack";
import {
  anotherTask,
  approved,
  as,
  asJob,
  carry,
  leaving as claimed,
  due,
  gone,
  lent,
  pressing,
  really,
  released,
  set,
  type Words,
  written,
} from "../../../support/fence/words";
import { during } from "../../../support/fence/world";

const notLetGo = "FH004 fence: nothing leaves that was not let go";
const notThatWay = "FH004 fence: words do not leave that way";
const stays = "FH008 fence: what is sent stays what it was";
const byNobody = "FH004 fence: nobody but the client may let this go";
const columns = "42501 permission denied for table sendings";

/** A job's claim once the thirty seconds are over. */
async function claim(s: Scene, w: Words): Promise<number> {
  return asJob(s, carry(await due(s, w), "leaving"));
}

/** What may happen to released words while they wait; each must keep them here. */
const betweenReleaseAndClaim: Record<string, [how: (w: Words, s: Scene) => string, line: string]> = {
  "the tag is tightened": [
    (w) => `UPDATE tasks SET tag = 'must-be-you', tag_by = 'hand', tag_rule = NULL WHERE id = '${w.task}'`,
    "line what is lent is delegable",
  ],
  "the leave is withdrawn": [
    (w) => `UPDATE accounts SET assistants_send = false WHERE id = '${w.account}'`,
    "trigger accounts.c_call_back",
  ],
  "the account becomes the client's own voice": [
    (w) => `UPDATE accounts SET voice = 'personal', assistants_send = false WHERE id = '${w.account}'`,
    "trigger accounts.c_call_back",
  ],
  "the assistant is removed": [
    (_, s) => `UPDATE memberships SET ended_at = now() WHERE user_id = '${s.desk.assistant.id}'`,
    "line whoever pressed is still here",
  ],
  "the task is folded into another": [
    (w, s) => `UPDATE tasks SET merged_into_id = '${s.strict}' WHERE id = '${w.task}'`,
    "trigger tasks.b_call_words_back",
  ],
  "the task is declined": [
    (w) => `UPDATE tasks SET state = 'declined' WHERE id = '${w.task}'`,
    "trigger tasks.b_call_words_back",
  ],
};

/** What a draft can be for which an assistant has no leave, whatever else it is. */
const notLent: Record<string, [set: string, line: string]> = {
  "on a must-be-you task": [
    "UPDATE tasks SET tag = 'must-be-you' WHERE id = :task",
    "line what is lent is delegable",
  ],
  "in the client's own voice": [
    "UPDATE accounts SET voice = 'personal', assistants_send = false WHERE id = :account",
    "line what is lent has leave",
  ],
  "without leave": [
    "UPDATE accounts SET assistants_send = false WHERE id = :account",
    "line what is lent has leave",
  ],
  "from an account that is gone": [
    "UPDATE accounts SET removed_at = now() WHERE id = :account",
    "line what is lent has an account",
  ],
  "by another way than mail": [
    "UPDATE drafts SET way = 'elsewhere' WHERE id = :draft",
    "line what is lent goes by mail",
  ],
  "which is to be proved": [
    "UPDATE drafts SET wants_proof = true WHERE id = :draft",
    "line what is lent proves nothing",
  ],
  "that was thrown away": [
    "UPDATE drafts SET removed_at = now() WHERE id = :draft",
    "line what is lent stands",
  ],
  "that is expired": ["UPDATE drafts SET state = 'expired' WHERE id = :draft", "line what is lent stands"],
  "that is too late": [
    "UPDATE drafts SET needed_by = '2020-01-01' WHERE id = :draft",
    "line what is lent is in time",
  ],
  "of a task that was taken back": [
    "UPDATE tasks SET state = 'withdrawn' WHERE id = :task",
    "line what is lent is open",
  ],
  "of a folded task": [
    "UPDATE tasks SET merged_into_id = :strict WHERE id = :task",
    "line what is lent is not folded",
  ],
  "that is approved": [
    "UPDATE drafts SET state = 'approved' WHERE id = :draft",
    "line what is approved is not lent",
  ],
};

/** Around fence 4: what leaves, when, and by whose word. */
export const leaving: Attack[] = [
  ...(["client", "assistant", "agent"] as const).map(
    (who): Attack => ({
      title: `The ${who} presses send on words that nobody approved`,
      no: notLetGo,
      run: async (s) => as(s, who, pressing(s, await written(s), null)),
    }),
  ),
  {
    title: "The assistant presses send on words that the client approved",
    no: notLetGo,
    run: async (s) => {
      const w = await approved(s);
      await s.sudo.query("DELETE FROM sendings WHERE id = $1", [w.sending]);
      return as(s, "assistant", pressing(s, w, w.approval));
    },
  },
  {
    title: "The client presses send on an approval of other words",
    no: notLetGo,
    run: async (s) => {
      const [one, two] = [await approved(s), await approved(s, { task: await anotherTask(s) })];
      await s.sudo.query("DELETE FROM sendings WHERE id = $1", [one.sending]);
      return as(s, "client", pressing(s, one, two.approval));
    },
  },
  {
    title: "The client presses send on words that go another way than by mail",
    no: notLetGo,
    guards: ["line what is sent goes by mail"],
    run: async (s) => {
      const w = await approved(s, { way: "elsewhere" });
      return as(s, "client", pressing(s, w, w.approval));
    },
  },
  {
    title: "Words are sent twice",
    no: "23505 sendings_one_at_a_time",
    run: async (s) => {
      const w = await approved(s);
      return as(s, "client", pressing(s, { ...w, sending: w.approval }, w.approval));
    },
  },
  {
    title: "A background job presses send on words that are approved",
    no: notLetGo,
    run: async (s) => {
      const w = await approved(s);
      await s.sudo.query("DELETE FROM sendings WHERE id = $1", [w.sending]);
      return asJob(s, pressing(s, w, w.approval));
    },
  },
  ...Object.entries(notLent).map(
    ([what, [sql, line]]): Attack => ({
      title: `The assistant lets words go ${what}`,
      no: byNobody,
      guards: [line],
      run: async (s) => {
        const w = await lent(s);
        await s.sudo.query(
          sql.replaceAll(/:(\w+)/g, (_, name: "task" | "strict") => `'${{ ...w, strict: s.strict }[name]}'`),
        );
        return as(s, "assistant", set(w, "released"));
      },
    }),
  ),
  {
    title: "The assistant puts words on another account and lets them go in one stroke",
    no: byNobody,
    guards: ["line what is changed is not let go in one stroke"],
    run: async (s) => {
      const [w, own] = [await lent(s), await written(s, { task: await anotherTask(s) })];
      return as(
        s,
        "assistant",
        `UPDATE drafts SET account_id = '${own.account}', state = 'released' WHERE id = '${w.draft}'`,
      );
    },
  },
  {
    title: "A background job lets words go",
    no: "FH004 fence: a job writes no words",
    run: async (s) => asJob(s, set(await lent(s), "released")),
  },
  {
    title: "The assistant presses send on words that they never let go",
    no: notLetGo,
    guards: ["line what is sent was let go"],
    run: async (s) => as(s, "assistant", pressing(s, await lent(s), null)),
  },
  ...Object.entries(betweenReleaseAndClaim).map(
    ([what, [change, line]]): Attack => ({
      title: `Words that the assistant let go leave although ${what} while they wait`,
      no: notThatWay,
      guards: [line],
      run: async (s) => {
        const w = await released(s);
        await as(s, "client", change(w, s));
        return claim(s, w);
      },
    }),
  ),
  {
    title: "A job carries words before thirty seconds have passed",
    no: notThatWay,
    run: async (s) => asJob(s, carry(await approved(s), "leaving")),
  },
  ...(["client", "assistant", "job"] as const).map(
    (who): Attack => ({
      title: `The thirty seconds are made shorter by the ${who}`,
      no: notThatWay,
      guards: ["line thirty seconds are thirty seconds"],
      run: async (s) => {
        const w = await approved(s);
        const sooner = `UPDATE sendings SET next_at = now() - interval '1 hour' WHERE id = '${w.sending}'`;
        await (who === "job" ? asJob(s, sooner) : as(s, who, sooner));
        return asJob(s, carry(w, "leaving"));
      },
    }),
  ),
  {
    title: "The assistant puts off for ever what the client has approved",
    no: "nothing",
    guards: ["line when it is tried is the job's to write"],
    run: async (s) => {
      const w = await approved(s);
      await as(
        s,
        "assistant",
        "UPDATE sendings SET next_at = 'infinity', attempts = 99, last_error = 'Gone'",
      );
      return really(
        s,
        "SELECT FROM sendings WHERE id = $1 AND (next_at > now() + interval '1 hour' OR attempts = 99)",
        [w.sending],
      );
    },
  },
  {
    title: "The assistant stops what the client has approved, and it still says approved",
    no: notThatWay,
    guards: ["line one stops one's own"],
    run: async (s) => as(s, "assistant", carry(await approved(s), "stopped")),
  },
  {
    title: "A job carries words and does not count it",
    no: notThatWay,
    guards: ["line a claim counts itself"],
    run: async (s) =>
      asJob(s, carry(await due(s, await approved(s)), "leaving").replace("attempts + 1", "attempts")),
  },
  {
    title: "A job makes a third copy of words that may have arrived twice",
    no: notThatWay,
    guards: ["line there is no third copy"],
    run: async (s) => {
      const w = await claimed(s, await approved(s));
      await asJob(s, carry(w, "handed-over"));
      await s.sudo.query(
        "UPDATE sendings SET doubts = 1, claimed_at = now() - interval '1 hour' WHERE id = $1",
        [w.sending],
      );
      return asJob(s, carry(w, "leaving").replace("claimed_at", "doubts = doubts + 1, claimed_at"));
    },
  },
  {
    title: "A job makes a second copy of words that may have arrived, and does not say so",
    no: notThatWay,
    guards: ["line a second copy is counted"],
    run: async (s) => {
      const w = await claimed(s, await approved(s));
      await asJob(s, carry(w, "handed-over"));
      await s.sudo.query("UPDATE sendings SET claimed_at = now() - interval '1 hour' WHERE id = $1", [
        w.sending,
      ]);
      return asJob(s, carry(w, "leaving"));
    },
  },
  {
    title: "A job forgets that words may have arrived",
    no: notThatWay,
    guards: ["line doubts are not forgotten"],
    run: async (s) => {
      const w = await claimed(s, await approved(s));
      await s.sudo.query("UPDATE sendings SET doubts = 1 WHERE id = $1", [w.sending]);
      return asJob(s, `UPDATE sendings SET doubts = 0 WHERE id = '${w.sending}'`);
    },
  },
  {
    title: "A job says that it is at it for ever, so that nobody else carries the words",
    no: "nothing",
    guards: ["line whoever claims is held to the clock"],
    run: async (s) => {
      const w = await claimed(s, await approved(s));
      await asJob(s, `UPDATE sendings SET claimed_at = 'infinity' WHERE id = '${w.sending}'`);
      return really(s, "SELECT FROM sendings WHERE id = $1 AND claimed_at > now() + interval '1 hour'", [
        w.sending,
      ]);
    },
  },
  {
    title: "Two jobs carry the same words",
    no: notThatWay,
    guards: ["line nobody claims twice"],
    run: async (s) => asJob(s, carry(await claimed(s, await approved(s)), "leaving")),
  },
  ...(["client", "assistant"] as const).map(
    (who): Attack => ({
      title: `The ${who}'s own session claims words and carries them`,
      no: notThatWay,
      run: async (s) => as(s, who, carry(await due(s, await approved(s)), "leaving")),
    }),
  ),
  ...["sent", "handed-over", "unsure"].map(
    (state): Attack => ({
      title: `A job says that words are ${state} which wait still`,
      no: notThatWay,
      run: async (s) => asJob(s, carry(await due(s, await approved(s)), state)),
    }),
  ),
  {
    title: "A job says that words were sent which it never handed over",
    no: notThatWay,
    run: async (s) => asJob(s, carry(await claimed(s, await approved(s)), "sent")),
  },
  {
    title: "The assistant says that words were sent",
    no: notThatWay,
    run: async (s) => as(s, "assistant", carry(await claimed(s, await approved(s)), "sent")),
  },
  {
    title: "A job sends once more what went out",
    no: notThatWay,
    run: async (s) => asJob(s, carry(await gone(s, await approved(s)), "leaving")),
  },
  {
    title: "The client of one desk sends from another",
    no: stays,
    run: async (s) => {
      const w = await lent(s);
      return during(
        s.app,
        s.stranger.client,
        s.stranger,
        async () => (await s.app.query(pressing(s, w, null))).rowCount ?? 0,
      );
    },
  },
  ...[
    "draft_id = gen_random_uuid()",
    "task_id = gen_random_uuid()",
    "approval_id = NULL",
    "message_id = 'x'",
    "pressed_by = gen_random_uuid()",
    "sent_at = now()",
  ].map(
    (sql): Attack => ({
      title: `The client's own session changes a sending: ${sql}`,
      no: columns,
      run: async (s) => {
        await approved(s);
        return as(s, "client", `UPDATE sendings SET ${sql}`);
      },
    }),
  ),
  {
    title: "The assistant makes a sending that was pressed by the client, a minute ago",
    no: "nothing",
    guards: ["line who pressed is written from proof"],
    run: async (s) => {
      const w = await lent(s, { state: "released" });
      await as(
        s,
        "assistant",
        `INSERT INTO sendings (workspace_id, id, draft_id, task_id, message_id, state, next_at, pressed_by, pressed_role, door, pressed_at)
         VALUES ($1, $2, $3, $4, 'x', 'leaving', '2020-01-01', $5, 'client', 'screen', '2020-01-01')`,
        [s.desk.id, w.sending, w.draft, w.task, s.desk.client.id],
      );
      return really(
        s,
        "SELECT FROM sendings WHERE id = $1 AND (pressed_by = $2 OR state <> 'held' OR next_at < now() OR pressed_at < now() - interval '1 minute')",
        [w.sending, s.desk.client.id],
      );
    },
  },
  ...["due_sendings($1, 5)", "desks_with_expired($1)"].map(
    (call): Attack => ({
      title: `Somebody says they are a background job, to ${call.split("(")[0]}`,
      no: "FH001 fence: this job has not proved itself",
      run: async ({ app }) => (await app.query(`SELECT fence.${call}`, ["not the secret"])).rowCount ?? 0,
    }),
  ),
];
