import type { Attack, Scene } from "../../../support/fence/attack";
import { count, during, hash, newTask } from "../../../support/fence/world";

/** How many of these changes left nothing in the log: every one of them must. */
async function unwritten(s: Scene, who: "client" | "assistant", changes: string[]): Promise<number> {
  let missing = 0;
  for (const sql of changes) {
    const before = await entries(s);
    await during(s.app, s.desk[who], s.desk, () => s.app.query(sql));
    if ((await entries(s)) === before) missing += 1;
  }
  return missing;
}

async function entries(s: Scene): Promise<number> {
  const { rows } = await s.sudo.query("SELECT count(*)::int AS n FROM log_entries WHERE workspace_id = $1", [
    s.desk.id,
  ]);
  return rows[0].n;
}

const changes: Record<string, (s: Scene) => { made?: string; changed: string; who?: "client" }> = {
  tasks: (s) => ({
    made: `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule) VALUES ('${s.desk.id}', gen_random_uuid(), 'other', 'New', 'delegable', 'rule', 'ask')`,
    changed: `UPDATE tasks SET title = 'Other' WHERE id = '${s.loose}'`,
  }),
  persons: (s) => ({
    made: `INSERT INTO persons (workspace_id, id, name, sort_name) VALUES ('${s.desk.id}', '${s.loose}', 'New', 'new')`,
    changed: "UPDATE persons SET name = 'Other'",
  }),
  person_dates: (s) => ({
    made: `INSERT INTO persons (workspace_id, id, name, sort_name) VALUES ('${s.desk.id}', '${s.loose}', 'New', 'new')`,
    changed: "UPDATE person_dates SET day = 4",
  }),
  events: (s) => ({
    made: `INSERT INTO events (workspace_id, id, uid) VALUES ('${s.desk.id}', '${s.loose}', 'x')`,
    changed: "UPDATE events SET summary = 'Other'",
  }),
  accounts: (s) => ({
    made: `INSERT INTO accounts VALUES ('${s.desk.id}', '${s.loose}', 'Page', 'LinkedIn', 'company')`,
    changed: "UPDATE accounts SET name = 'Other'",
    who: "client",
  }),
  imports: (s) => ({
    made: `INSERT INTO imports (workspace_id, id, kind, file_name, created_by) VALUES ('${s.desk.id}', '${s.loose}', 'vcard', 'x.vcf', '${s.desk.client.id}')`,
    changed: "UPDATE imports SET state = 'done'",
    who: "client",
  }),
  invitations: (s) => ({
    made: `INSERT INTO invitations (workspace_id, id, email, token_hash, invited_by, expires_at) VALUES ('${s.desk.id}', '${s.loose}', 'x@test.invalid', '${s.loose}', '${s.desk.client.id}', now())`,
    changed: "UPDATE invitations SET withdrawn_at = now()",
    who: "client",
  }),
  memberships: (s) => ({
    changed: `UPDATE memberships SET ended_at = now() WHERE user_id = '${s.desk.assistant.id}'`,
    who: "client",
  }),
  workspaces: () => ({ changed: "UPDATE workspaces SET name = 'Other'", who: "client" }),
};

/** Made by found_desk and accept_invitation alone; see the tests of arriving. */
const changedOnly = ["memberships", "workspaces"];

/** Around fence 9: what happens is written down by the statement that does it, and stays as it was written. */
export const record: Attack[] = [
  ...Object.entries(changes).flatMap(([table, of]): Attack[] => [
    {
      title: `A change of ${table} leaves nothing in the log`,
      no: "nothing",
      guards: [`trigger ${table}.z_log_updated`],
      run: async (s) => {
        const { made, changed, who = "assistant" } = of(s);
        if (made) await during(s.app, s.desk[who], s.desk, () => s.app.query(made));
        if (table === "person_dates")
          await during(s.app, s.desk[who], s.desk, () => s.app.query(birthday(s)));
        return unwritten(s, who, [changed]);
      },
    },
    ...(!changedOnly.includes(table)
      ? [
          {
            title: `Making ${table} leaves nothing in the log`,
            no: "nothing",
            guards: [`trigger ${table}.z_log_inserted`],
            run: async (s: Scene) => {
              const { made = "", who = "assistant" } = of(s);
              if (table !== "person_dates") return unwritten(s, who, [made]);
              await during(s.app, s.desk[who], s.desk, () => s.app.query(made));
              return unwritten(s, who, [birthday(s)]);
            },
          },
        ]
      : []),
  ]),
  {
    title: "Somebody arrives with an invitation and nothing is written down",
    no: "nothing",
    guards: ["trigger memberships.z_log_inserted"],
    run: async (s) => {
      await s.sudo.query(
        "INSERT INTO invitations (workspace_id, id, email, token_hash, invited_by, expires_at) SELECT $1, gen_random_uuid(), email, $3, $4, now() + interval '1 day' FROM users WHERE id = $2",
        [s.desk.id, s.stranger.client.id, hash(s.loose), s.desk.client.id],
      );
      await s.owner.query("SELECT fence.accept_invitation($1, $2)", [s.stranger.client.token, s.loose]);
      const { rows } = await s.sudo.query(
        "SELECT count(*)::int AS n FROM log_entries WHERE workspace_id = $1 AND subject = 'member'",
        [s.desk.id],
      );
      return Number(rows[0].n !== 1);
    },
  },
  {
    title: "A completion does not say who, as what, and through which door",
    no: "nothing",
    guards: ["line who closed is written from proof"],
    run: async (s) => {
      await during(s.app, s.desk.client, s.desk, () =>
        s.app.query("UPDATE tasks SET state = 'done' WHERE id = $1", [s.strict]),
      );
      return missing(s, "id = $1 AND closed_by = $2 AND closed_role = 'client' AND closed_door = 'screen'", [
        s.strict,
        s.desk.client.id,
      ]);
    },
  },
  {
    title: "A new task does not say who made it",
    no: "nothing",
    guards: ["line who made it is written from proof"],
    run: async (s) => {
      const { made = "" } = changes.tasks?.(s) ?? {};
      await during(s.app, s.desk.assistant, s.desk, () => s.app.query(made));
      return missing(s, "created_by = $1 AND created_role = 'assistant'", [s.desk.assistant.id]);
    },
  },
  {
    title: "A tag set by hand does not say by whose",
    no: "nothing",
    guards: ["line whose hand it was is written from proof"],
    run: async (s) => {
      await during(s.app, s.desk.assistant, s.desk, () =>
        s.app.query("UPDATE tasks SET tag = 'must-be-you', tag_by = 'hand' WHERE id = $1", [s.loose]),
      );
      return missing(s, "id = $1 AND tag_hand = $2 AND tag_hand_role = 'assistant'", [
        s.loose,
        s.desk.assistant.id,
      ]);
    },
  },
  {
    title: "A completion leaves no gesture, or more than one",
    no: "nothing",
    guards: ["trigger tasks.b_make_gesture"],
    run: async (s) => {
      await during(s.app, s.desk.client, s.desk, () =>
        s.app.query("UPDATE tasks SET state = 'done' WHERE id = $1", [s.strict]),
      );
      return Math.abs(1 - count(await s.sudo.query("SELECT FROM gestures WHERE task_id = $1", [s.strict])));
    },
  },
  {
    title: "A completion taken back leaves a gesture that says it still holds",
    no: "nothing",
    guards: ["trigger tasks.b_make_gesture"],
    run: async (s) => {
      const done = await newTask(s, s.desk, { state: "done" });
      await during(s.app, s.desk.client, s.desk, () =>
        s.app.query("UPDATE tasks SET state = 'client' WHERE id = $1", [done]),
      );
      return count(
        await s.sudo.query("SELECT FROM gestures WHERE task_id = $1 AND undone_at IS NULL", [done]),
      );
    },
  },
  {
    title: "The assistant takes the context away before the log is written",
    no: "FH001 fence: nobody has proved who is writing",
    run: ({ app, desk, loose }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            "UPDATE tasks SET title = 'Unseen' WHERE id = $1 RETURNING set_config('firsthand.context', '', true)",
            [loose],
          ),
        ),
      ),
  },
  ...[
    ["changes an entry of", "log_entries", "UPDATE log_entries SET verb = 'nothing'"],
    ["deletes entries of", "log_entries", "DELETE FROM log_entries"],
    [
      "writes an entry into",
      "log_entries",
      "INSERT INTO log_entries (workspace_id, seq, at, by_role, door, verb, subject, content_sum, prev_hash, hash) VALUES (gen_random_uuid(), 1, now(), 'client', 'screen', 'x', 'task', '', '', '')",
    ],
    ["empties", "log_entries", "TRUNCATE log_entries"],
    ["reads the end of the chain in", "log_heads", "SELECT FROM log_heads"],
    ["turns back the end of the chain in", "log_heads", "UPDATE log_heads SET seq = 0"],
    ["changes who did it in", "gestures", "UPDATE gestures SET by_role = 'client'"],
    [
      "makes one up in",
      "gestures",
      "INSERT INTO gestures (workspace_id, task_id, outcome, at, by_user, by_role, door) SELECT workspace_id, id, 'done', now(), created_by, 'client', 'screen' FROM tasks",
    ],
    ["deletes from", "gestures", "DELETE FROM gestures"],
  ].map(
    ([what, table, sql = ""]): Attack => ({
      title: `The client's own session ${what} ${table}`,
      no: `42501 permission denied for table ${table}`,
      run: ({ app, desk }) =>
        during(app, desk.client, desk, async () => {
          await app.query(sql);
          return 1;
        }),
    }),
  ),
];

/** 1 when no task is as it should be. */
async function missing(s: Scene, condition: string, values: unknown[]): Promise<number> {
  return Number(count(await s.sudo.query(`SELECT FROM tasks WHERE ${condition}`, values)) === 0);
}

function birthday(s: Scene): string {
  return `INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ('${s.desk.id}', gen_random_uuid(), '${s.loose}', 'birthday', 5, 3)`;
}
