import type { Attack, Scene } from "../../../support/fence/attack";
import { anotherTask, as, asJob, really, set, written } from "../../../support/fence/words";
import { count, during } from "../../../support/fence/world";

const staysWithTask = "FH008 fence: a draft stays with its task";
const begins = "FH004 fence: a draft begins as one, by a person";
const noWords = "FH004 fence: a job writes no words";
const atItsTime = "FH005 fence: a draft expires at its time, and not before";
const held = "FH005 fence: what is expired is held until it has another time";
const asksChanges = "FH005 fence: only the client asks for changes";

function making(s: Scene, extra: [column: string, value: string][] = [], task = s.strict): string {
  const columns = ["workspace_id", "id", "task_id", ...extra.map(([column]) => column)];
  const values = [`'${s.desk.id}'`, "gen_random_uuid()", `'${task}'`, ...extra.map(([, value]) => value)];
  return `INSERT INTO drafts (${columns}) VALUES (${values})`;
}

function fromStrangers(s: Scene, sql: string): Promise<number> {
  return during(s.app, s.stranger.client, s.stranger, async () => count(await s.app.query(sql)));
}

/** Around fence 4 and 9: how words come about, whose they are, and when they are too late. */
export const drafting: Attack[] = [
  ...["submitted", "changes-requested", "approved", "released", "sent", "expired"].map(
    (state): Attack => ({
      title: `The assistant makes words that are born ${state}`,
      no: begins,
      run: (s) => as(s, "assistant", making(s, [["state", `'${state}'`]])),
    }),
  ),
  { title: "A background job makes words", no: begins, run: (s) => asJob(s, making(s)) },
  {
    title: "The client of one desk makes words on another",
    no: staysWithTask,
    run: (s) => fromStrangers(s, making(s)),
  },
  {
    title: "Two drafts of one task are at work",
    no: "23505 drafts_one_at_work",
    run: async (s) => as(s, "assistant", making(s, [], (await written(s)).task)),
  },
  {
    title: "The assistant makes words that were written by the client, and submitted long ago",
    no: "nothing",
    guards: ["line who made words is written from proof"],
    run: async (s) => {
      await as(
        s,
        "assistant",
        making(s, [
          ["made_by", `'${s.desk.client.id}'`],
          ["made_role", "'client'"],
          ["made_at", "'2020-01-01'"],
          ["submitted_by", `'${s.desk.client.id}'`],
          ["submitted_at", "'2020-01-01'"],
          ["latest", "3"],
          ["sent_at", "'2020-01-01'"],
        ]),
      );
      return really(
        s,
        "SELECT FROM drafts WHERE workspace_id = $1 AND NOT (made_by = $2 AND made_at > '2021-01-01' AND latest = 0 AND submitted_by IS NULL AND sent_at IS NULL)",
        [s.desk.id, s.desk.assistant.id],
      );
    },
  },
  ...[
    "task_id = gen_random_uuid()",
    "workspace_id = gen_random_uuid()",
    "latest = 9",
    "made_by = gen_random_uuid()",
    "attachments_sum = ''",
    "sent_at = now()",
  ].map(
    (sql): Attack => ({
      title: `The client's own session changes words: ${sql}`,
      no: "42501 permission denied for table drafts",
      guards: ["grant UPDATE (latest, made_by, attachments_sum, sent_at) ON drafts"],
      run: async (s) => {
        await written(s);
        return as(s, "client", `UPDATE drafts SET ${sql}`);
      },
    }),
  ),
  ...["task_id", "workspace_id"].map(
    (column): Attack => ({
      title: `Even the owner of the tables moves words by their ${column}`,
      no: staysWithTask,
      run: async (s) => {
        const w = await written(s);
        const to = column === "task_id" ? await anotherTask(s) : s.stranger.id;
        await s.owner.query("BEGIN");
        await s.owner.query("SELECT fence.enter($1, $2, 'screen', 'try', true)", [
          s.desk.client.token,
          s.desk.id,
        ]);
        return count(await s.owner.query(`UPDATE drafts SET ${column} = $2 WHERE id = $1`, [w.draft, to]));
      },
    }),
  ),
  {
    title: "A background job changes the subject",
    no: noWords,
    run: async (s) =>
      asJob(s, `UPDATE drafts SET subject = 'Sunday' WHERE id = '${(await written(s)).draft}'`),
  },
  {
    title: "A background job gives words another time",
    no: noWords,
    run: async (s) =>
      asJob(
        s,
        `UPDATE drafts SET needed_by = NULL WHERE id = '${(await written(s, { neededBy: "2030-01-01" })).draft}'`,
      ),
  },
  {
    title: "A background job submits words",
    no: noWords,
    run: async (s) => asJob(s, set(await written(s, { state: "draft" }), "submitted")),
  },
  {
    title: "The assistant asks for changes in the client's place",
    no: asksChanges,
    run: async (s) => as(s, "assistant", set(await written(s), "changes-requested")),
  },
  {
    title: "The client asks for changes of what nobody has submitted",
    no: asksChanges,
    run: async (s) => as(s, "client", set(await written(s, { state: "draft" }), "changes-requested")),
  },
  ...(["client", "assistant", "job"] as const).flatMap((who): Attack[] => [
    {
      title: `Words expire before their time, by the ${who}`,
      no: atItsTime,
      run: async (s) => {
        const sql = set(await written(s, { neededBy: "2099-01-01" }), "expired");
        return who === "job" ? asJob(s, sql) : as(s, who, sql);
      },
    },
    {
      title: `Words expire that have no time, by the ${who}`,
      no: atItsTime,
      run: async (s) => {
        const sql = set(await written(s), "expired");
        return who === "job" ? asJob(s, sql) : as(s, who, sql);
      },
    },
  ]),
  ...(["draft", "submitted"] as const).map(
    (state): Attack => ({
      title: `The assistant takes words that are expired up again as ${state}, with no other time`,
      no: held,
      run: async (s) =>
        as(s, "assistant", set(await written(s, { state: "expired", neededBy: "2020-01-01" }), state)),
    }),
  ),
  {
    title: "The client sets words to approved that are expired",
    no: "FH004 fence: only the client approves, and exactly this",
    run: async (s) =>
      as(s, "client", set(await written(s, { state: "expired", neededBy: "2020-01-01" }), "approved")),
  },
];
