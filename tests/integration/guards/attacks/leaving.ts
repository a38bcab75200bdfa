import type { Attack } from "../../../support/fence/attack";
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
  written,
} from "../../../support/fence/words";
import { during } from "../../../support/fence/world";

const notLetGo = "FH004 fence: nothing leaves that was not let go";
const notThatWay = "FH004 fence: words do not leave that way";
const stays = "FH008 fence: what is sent stays what it was";
const columns = "42501 permission denied for table sendings";

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
