import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import {
  approving,
  as,
  everything,
  newAccount,
  newDraft,
  newKey,
  pressing,
  proving,
  set,
} from "../../../support/fence/words";
import { count, during, newEvent, newPerson, newTask } from "../../../support/fence/world";

/** Everything that hangs on a task, and is as private as it. */
const ofTasks = [
  "drafts",
  "draft_versions",
  "draft_attachments",
  "draft_comments",
  "draft_presence",
  "approvals",
  "sendings",
  "decisions",
  "proofs",
];
const tables = [...ofTasks, "phrases", "voice_sheets", "proof_keys", "account_mailboxes"];

const policyOf = (table: string) =>
  `policy ${table}.${table === "draft_presence" ? "of_drafts_one_sees" : "of_tasks_one_sees"}`;

const ofAnEntry = "a task about an entry that became private";

/** How a task becomes hidden from everybody but the client. */
const hides: Record<string, (s: Scene, task: string) => Promise<unknown>> = {
  "a task that became private": (s, task) =>
    s.sudo.query("UPDATE tasks SET is_private = true WHERE id = $1", [task]),
  "a task of somebody who became private": async (s, task) =>
    s.sudo.query("UPDATE tasks SET person_id = $2 WHERE id = $1", [
      task,
      await newPerson(s, s.desk, "Dr Secret", true),
    ]),
  [ofAnEntry]: async (s, task) =>
    s.sudo.query("UPDATE tasks SET fields = jsonb_build_object('eventId', $2::text) WHERE id = $1", [
      task,
      await newEvent(s, s.desk, "Secret", true),
    ]),
};

/** Words about a task that are written, approved, pressed and proved by those who may, so that the log tells of them. */
async function lived(s: Scene): Promise<string> {
  const task = await newTask(s, s.desk, { title: "Answer Noor" });
  const account = await newAccount(s, s.desk);
  const [draft, key] = [randomUUID(), await newKey(s, s.desk)];
  const w = { task, account, draft, approval: randomUUID(), sending: randomUUID() };
  await as(
    s,
    "assistant",
    "INSERT INTO drafts (workspace_id, id, task_id, account_id, way, subject) VALUES ($1, $2, $3, $4, 'mail', 'Xylophone')",
    [s.desk.id, draft, task, account],
  );
  await as(
    s,
    "assistant",
    "INSERT INTO draft_versions (workspace_id, draft_id, task_id, no, body) VALUES ($1, $2, $3, 1, 'Dear Noor')",
    [s.desk.id, draft, task],
  );
  await as(
    s,
    "assistant",
    "INSERT INTO draft_comments (workspace_id, id, draft_id, task_id, on_no, note) VALUES ($1, $2, $2, $3, 1, 'Warm?')",
    [s.desk.id, draft, task],
  );
  await as(
    s,
    "assistant",
    "INSERT INTO draft_attachments (workspace_id, id, draft_id, task_id, name, media_type, bytes) VALUES ($1, $2, $2, $3, 'map', 'text/plain', '\\x41')",
    [s.desk.id, draft, task],
  );
  await as(
    s,
    "assistant",
    "INSERT INTO decisions (workspace_id, id, task_id, question) VALUES ($1, $2, $3, 'Now?')",
    [s.desk.id, draft, task],
  );
  for (const sql of [approving(s, w), set(w, "approved"), pressing(s, w, w.approval), proving(s, w, key)])
    await as(s, "client", sql);
  return task;
}

const subjects = [
  "draft",
  "draft-version",
  "draft-comment",
  "draft-attachment",
  "approval",
  "sending",
  "decision",
  "proof",
];

/** What is written into the log when it is made and when it is changed. */
const logged: Record<string, [subject: string, changed: string | null]> = {
  drafts: ["draft", "UPDATE drafts SET subject = 'x'"],
  draft_versions: ["draft-version", null],
  draft_comments: ["draft-comment", "UPDATE draft_comments SET note = 'x'"],
  draft_attachments: ["draft-attachment", "UPDATE draft_attachments SET removed_at = now()"],
  approvals: ["approval", "UPDATE drafts SET state = 'submitted'"],
  sendings: ["sending", "UPDATE sendings SET state = 'stopped'"],
  decisions: ["decision", "UPDATE decisions SET answer = 'yes'"],
  proofs: ["proof", "UPDATE proofs SET revoked_at = now()"],
  phrases: ["phrase", "UPDATE phrases SET text = 'x'"],
  voice_sheets: ["voice", "UPDATE voice_sheets SET greeting = 'x'"],
  proof_keys: ["proof-key", "UPDATE proof_keys SET revoked_at = now()"],
};

async function entries(s: Scene, subject: string, which = "true"): Promise<number> {
  return count(
    await s.sudo.query(`SELECT FROM log_entries WHERE workspace_id = $1 AND subject = $2 AND ${which}`, [
      s.desk.id,
      subject,
    ]),
  );
}

/** Around fence 7, 8 and 9: whose words one sees, on which desk, and what the log tells of them. */
export const hiddenWords: Attack[] = [
  ...tables.map(
    (table): Attack => ({
      title: `The client of one desk reads ${table} of another`,
      no: "nothing",
      guards: ofTasks.includes(table) ? [] : [`policy ${table}.own_desk`],
      run: async (s) => {
        await everything(s, s.stranger, await newTask(s, s.stranger));
        return as(s, "client", `SELECT FROM ${table}`);
      },
    }),
  ),
  ...Object.entries(hides).flatMap(([what, hide]): Attack[] => [
    ...ofTasks.map(
      (table): Attack => ({
        title: `The assistant reads ${table} of ${what}`,
        no: "nothing",
        guards: [policyOf(table)],
        run: async (s) => {
          await everything(s, s.desk, s.strict);
          await hide(s, s.strict);
          return as(s, "assistant", `SELECT FROM ${table}`);
        },
      }),
    ),
    ...subjects.map(
      (subject): Attack => ({
        title: `The history tells the assistant of a ${subject} of ${what}`,
        no: "nothing",
        guards: [
          "policy log_entries.of_things_one_sees",
          `line a ${subject} is found by its task`,
          ...(what === ofAnEntry ? ["line the history keeps what is about a private entry"] : []),
        ],
        run: async (s) => {
          await hide(s, await lived(s));
          return as(s, "assistant", "SELECT FROM log_entries WHERE subject = $1", [subject]);
        },
      }),
    ),
    ...[
      "UPDATE drafts SET subject = 'seen'",
      "UPDATE draft_comments SET note = 'seen'",
      "UPDATE draft_attachments SET removed_at = now()",
      "UPDATE sendings SET state = 'stopped'",
      "UPDATE decisions SET withdrawn_at = now()",
      "UPDATE draft_presence SET is_typing = false",
    ].map(
      (sql): Attack => ({
        title: `The assistant changes words of ${what} blindly: ${sql}`,
        no: "nothing",
        run: async (s) => {
          await everything(s, s.desk, s.strict);
          await hide(s, s.strict);
          return as(s, "assistant", sql);
        },
      }),
    ),
    {
      title: `The assistant asks for the seal of words of ${what}`,
      no: "nothing",
      guards: ["line a seal is of words that one sees"],
      run: async (s) => {
        const draft = await newDraft(s, s.desk, s.strict, await newAccount(s, s.desk));
        await hide(s, s.strict);
        return as(s, "assistant", "SELECT FROM fence.draft_seal($1, $2) AS seal WHERE seal IS NOT NULL", [
          s.desk.id,
          draft,
        ]);
      },
    },
    {
      title: `The assistant begins words of ${what}`,
      no: "FH004 fence: a draft begins as one, by a person",
      run: async (s) => {
        await hide(s, s.strict);
        return as(
          s,
          "assistant",
          "INSERT INTO drafts (workspace_id, id, task_id) VALUES ($1, gen_random_uuid(), $2)",
          [s.desk.id, s.strict],
        );
      },
    },
    {
      title: `The assistant asks the client about ${what}`,
      no: "FH008 fence: a question stays as it was asked",
      run: async (s) => {
        await hide(s, s.strict);
        return as(
          s,
          "assistant",
          "INSERT INTO decisions (workspace_id, id, task_id, question) VALUES ($1, gen_random_uuid(), $2, 'Now?')",
          [s.desk.id, s.strict],
        );
      },
    },
    ...[
      "INSERT INTO draft_versions (workspace_id, draft_id, task_id, no, body) SELECT $1, $2, $3, 2, 'Dear'",
      "INSERT INTO draft_comments (workspace_id, id, draft_id, task_id, on_no, note) SELECT $1, gen_random_uuid(), $2, $3, 1, 'Warm?'",
      "INSERT INTO draft_attachments (workspace_id, id, draft_id, task_id, name, media_type, bytes) SELECT $1, gen_random_uuid(), $2, $3, 'b', 'text/plain', '\\x41'",
    ].map(
      (sql): Attack => ({
        title: `The assistant adds to words of ${what}: ${sql.split(" ")[2]}`,
        no: "FH008 fence: this belongs to another desk",
        run: async (s) => {
          const draft = await newDraft(s, s.desk, s.strict, await newAccount(s, s.desk));
          await hide(s, s.strict);
          return as(s, "assistant", sql, [s.desk.id, draft, s.strict]);
        },
      }),
    ),
    {
      title: `The assistant says that they have words of ${what} open`,
      no: '42501 new row violates row-level security policy "of_drafts_one_sees" for table "draft_presence"',
      run: async (s) => {
        const draft = await newDraft(s, s.desk, s.strict, await newAccount(s, s.desk));
        await hide(s, s.strict);
        return as(s, "assistant", "INSERT INTO draft_presence VALUES ($1, $2, $3, now(), true)", [
          s.desk.id,
          draft,
          s.desk.assistant.id,
        ]);
      },
    },
  ]),
  {
    title: "The client of one desk asks for the seal of another's words",
    no: "nothing",
    guards: ["line a seal is of one's own desk"],
    run: async (s) => {
      const draft = await newDraft(s, s.desk, s.strict, await newAccount(s, s.desk));
      return during(s.app, s.stranger.client, s.stranger, async () =>
        count(
          await s.app.query("SELECT FROM fence.draft_seal($1, $2) AS seal WHERE seal IS NOT NULL", [
            s.desk.id,
            draft,
          ]),
        ),
      );
    },
  },
  ...Object.entries(logged).flatMap(([table, [subject, change]]): Attack[] => [
    {
      title: `Making ${table} leaves nothing in the log`,
      no: "nothing",
      guards: [`trigger ${table}.z_log_inserted`],
      run: async (s) => {
        await lived(s);
        if (table === "phrases")
          await as(
            s,
            "assistant",
            "INSERT INTO phrases (workspace_id, id, language, title, text) VALUES ($1, gen_random_uuid(), 'en', 'a', 'b')",
            [s.desk.id],
          );
        if (table === "voice_sheets")
          await as(s, "client", "INSERT INTO voice_sheets (workspace_id) VALUES ($1)", [s.desk.id]);
        if (table === "proof_keys") {
          await s.sudo.query("UPDATE proof_keys SET retired_at = now() WHERE workspace_id = $1", [s.desk.id]);
          await as(
            s,
            "client",
            "INSERT INTO proof_keys (workspace_id, id, public_key, sealed) VALUES ($1, gen_random_uuid(), decode(repeat('07', 32), 'hex'), '\\x01')",
            [s.desk.id],
          );
        }
        return Number((await entries(s, subject, "before IS NULL")) === 0);
      },
    },
    ...(change === null
      ? []
      : [
          {
            title: `A change of ${table} leaves nothing in the log`,
            no: "nothing",
            guards: [`trigger ${table}.z_log_updated`],
            run: async (s: Scene) => {
              await lived(s);
              await s.sudo.query(
                "INSERT INTO phrases (workspace_id, id, language, title, text) VALUES ($1, gen_random_uuid(), 'en', 'a', 'b')",
                [s.desk.id],
              );
              await s.sudo.query("INSERT INTO voice_sheets (workspace_id) VALUES ($1)", [s.desk.id]);
              const before = await entries(s, subject);
              await as(s, table === "draft_comments" ? "assistant" : "client", change);
              return Number((await entries(s, subject)) === before);
            },
          },
        ]),
  ]),
];
