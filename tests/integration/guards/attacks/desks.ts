import { randomUUID } from "node:crypto";
import type { Attack } from "../../../support/fence/attack";
import { count, during, enter, inTransaction, newPerson, newTask } from "../../../support/fence/world";

const onlyClient = "FH003 fence: only the client changes this";
const keeps = "FH003 fence: a desk keeps its client, and a member their role";
const tables = [
  "tasks",
  "persons",
  "person_dates",
  "events",
  "event_occurrences",
  "gestures",
  "accounts",
  "imports",
  "import_lines",
  "import_rows",
  "invitations",
  "memberships",
  "log_entries",
];

/** One row in every table of the stranger's desk, so that there is something to see. */
const furnish = `
  WITH p AS (INSERT INTO persons (workspace_id, id, name, sort_name, circles) VALUES ($1, $2, 'Stranger', 'stranger', '{wider}')),
    d AS (INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ($1, $2, $2, 'birthday', 5, 3)),
    e AS (INSERT INTO events (workspace_id, id, uid) VALUES ($1, $2, 'x')),
    o AS (INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at) VALUES ($1, $2, now(), now())),
    a AS (INSERT INTO accounts (workspace_id, id, name, service, voice) VALUES ($1, $2, 'Page', 'LinkedIn', 'company')),
    i AS (INSERT INTO imports (workspace_id, id, kind, file_name, created_by) VALUES ($1, $2, 'vcard', 'x.vcf', $3)),
    l AS (INSERT INTO import_lines (workspace_id, import_id, position, plan, reading) VALUES ($1, $2, 1, '{}', '{}')),
    r AS (INSERT INTO import_rows (workspace_id, import_id, position, outcome, label) VALUES ($1, $2, 1, 'made', 'Stranger')),
    v AS (INSERT INTO invitations (workspace_id, id, email, token_hash, invited_by, expires_at) VALUES ($1, $2, 'x@test.invalid', decode(md5($2::text), 'hex'), $3, now() + interval '1 day')),
    t AS (INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule) VALUES ($1, $2, 'other', 'Theirs', 'delegable', 'rule', 'ask')),
    g AS (INSERT INTO gestures (workspace_id, task_id, outcome, at, by_user, by_role, door) VALUES ($1, $2, 'done', now(), $3, 'client', 'screen'))
  INSERT INTO log_entries (workspace_id, seq, at, by_role, door, verb, subject, content_sum, prev_hash, hash) VALUES ($1, 1, now(), 'client', 'screen', 'try', 'task', '', '', '')`;

/** What a writer would plant on another desk, in the tables that have no guard of their own. */
const planted: Record<string, string> = {
  person_dates:
    "INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ($1, gen_random_uuid(), $2, 'birthday', 1, 1)",
  event_occurrences:
    "INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at) VALUES ($1, $2, now() + interval '1 day', now())",
  imports:
    "INSERT INTO imports (workspace_id, id, kind, file_name, created_by) VALUES ($1, gen_random_uuid(), 'vcard', 'x.vcf', $2)",
  import_lines:
    "INSERT INTO import_lines (workspace_id, import_id, position, plan, reading) VALUES ($1, $2, 2, '{}', '{}')",
  import_rows:
    "INSERT INTO import_rows (workspace_id, import_id, position, outcome, label) VALUES ($1, $2, 2, 'made', 'New')",
};

/** Around fence 3 and 8: other desks, and the desk itself. */
export const desks: Attack[] = [
  ...tables.map(
    (table): Attack => ({
      title: `The client of one desk reads ${table} of another`,
      no: "nothing",
      guards: [`policy ${table}.own_desk`],
      run: async ({ app, sudo, desk, stranger }) => {
        await sudo.query(furnish, [stranger.id, randomUUID(), stranger.client.id]);
        return during(app, desk.client, desk, async () =>
          count(await app.query(`SELECT FROM ${table} WHERE workspace_id <> $1`, [desk.id])),
        );
      },
    }),
  ),
  {
    title: "The client of one desk reads the name of another",
    no: "nothing",
    guards: ["policy workspaces.own_desk"],
    run: ({ app, desk }) =>
      during(app, desk.client, desk, async () =>
        count(await app.query("SELECT FROM workspaces WHERE id <> $1", [desk.id])),
      ),
  },
  {
    title: "The client of one desk reads who the people of another are",
    no: "nothing",
    guards: ["policy users.colleagues"],
    run: ({ app, desk, stranger }) =>
      during(app, desk.client, desk, async () =>
        count(await app.query("SELECT FROM users WHERE id = $1", [stranger.client.id])),
      ),
  },
  {
    title: "The client moves a task to another desk of hers",
    no: "42501 permission denied for table tasks",
    guards: ["grant UPDATE (workspace_id) ON tasks"],
    run: ({ app, desk, stranger, strict }) =>
      during(app, desk.client, desk, async () =>
        count(await app.query("UPDATE tasks SET workspace_id = $2 WHERE id = $1", [strict, stranger.id])),
      ),
  },
  {
    title: "The client makes a task on a stranger's desk",
    no: "FH008 fence: a task is made on the desk one works at",
    run: ({ app, desk, stranger }) =>
      during(app, desk.client, desk, async () =>
        count(
          await app.query(
            "INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule) VALUES ($1, gen_random_uuid(), 'other', 'New', 'delegable', 'rule', 'ask')",
            [stranger.id],
          ),
        ),
      ),
  },
  ...["persons", "events"].map(
    (table): Attack => ({
      title: `The client writes into the ${table} of a stranger's desk`,
      no: "FH008 fence: this belongs to another desk",
      run: ({ app, desk, stranger }) =>
        during(app, desk.client, desk, async () =>
          count(
            await app.query(
              table === "persons"
                ? "INSERT INTO persons (workspace_id, id, name, sort_name) VALUES ($1, gen_random_uuid(), 'New', 'new')"
                : "INSERT INTO events (workspace_id, id, uid) VALUES ($1, gen_random_uuid(), 'new')",
              [stranger.id],
            ),
          ),
        ),
    }),
  ),
  {
    title: "The client invites somebody to a stranger's desk",
    no: "FH008 fence: this belongs to another desk",
    run: ({ app, desk, stranger }) =>
      during(app, desk.client, desk, () => invite(app, stranger.id, desk.client.id)),
  },
  {
    title: "The client puts a mail of a stranger's desk into the outbox",
    no: '42501 new row violates row-level security policy for table "outbox"',
    guards: ["check of policy outbox.own_desk"],
    run: ({ app, desk, stranger }) =>
      during(app, desk.client, desk, async () =>
        count(
          await app.query(
            "INSERT INTO outbox (workspace_id, to_address, subject, text_body, message_id) VALUES ($1, 'x@test.invalid', '', '', $2)",
            [stranger.id, randomUUID()],
          ),
        ),
      ),
  },
  ...Object.entries(planted).map(
    ([table, sql]): Attack => ({
      title: `The client writes into the ${table} of a stranger's desk`,
      no: `42501 new row violates row-level security policy for table "${table}"`,
      guards: [`check of policy ${table}.own_desk`],
      run: async ({ app, sudo, desk, stranger }) => {
        const there = randomUUID();
        await sudo.query(furnish, [stranger.id, there, stranger.client.id]);
        return during(app, desk.client, desk, async () => count(await app.query(sql, [stranger.id, there])));
      },
    }),
  ),
  {
    title: "Somebody at home on two desks works on one and has it written down on the other",
    no: "FH008 fence: a change is written down on its own desk",
    run: async ({ app, sudo, desk, stranger, loose }) => {
      await sudo.query("INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, 'assistant')", [
        stranger.id,
        desk.client.id,
      ]);
      return inTransaction(app, async () => {
        await enter(app, desk.client, stranger);
        const { rows } = await app.query("SELECT current_setting('firsthand.context') AS there");
        await enter(app, desk.client, desk);
        return count(
          await app.query(
            "UPDATE tasks SET title = 'Unseen' WHERE id = $1 RETURNING set_config('firsthand.context', $2, true)",
            [loose, rows[0].there],
          ),
        );
      });
    },
  },
  {
    title: "A task points at a person of a stranger's desk",
    no: "23503 tasks_workspace_id_person_id_fkey",
    run: async (s) => {
      const theirs = await newPerson(s, s.stranger, "Theirs");
      return during(s.app, s.desk.client, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET person_id = $2 WHERE id = $1", [s.loose, theirs])),
      );
    },
  },
  {
    title: "A task is folded into one of a stranger's desk",
    no: "FH006 fence: a task is folded into an open one that is at least as strict",
    run: async (s) => {
      const theirs = await newTask(s, s.stranger);
      return during(s.app, s.desk.client, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [s.loose, theirs])),
      );
    },
  },
  {
    title: "The assistant invites another assistant",
    no: onlyClient,
    run: ({ app, desk }) => during(app, desk.assistant, desk, () => invite(app, desk.id, desk.assistant.id)),
  },
  {
    title: "The assistant removes the client",
    no: onlyClient,
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query("UPDATE memberships SET ended_at = now() WHERE user_id = $1", [desk.client.id]),
        ),
      ),
  },
  {
    title: "The assistant brings a removed colleague back",
    no: onlyClient,
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query("UPDATE memberships SET ended_at = NULL WHERE user_id = $1", [desk.removed.id]),
        ),
      ),
  },
  {
    title: "The agent renames the desk",
    no: onlyClient,
    run: ({ app, desk }) =>
      during(app, desk.agent, desk, async () =>
        count(await app.query("UPDATE workspaces SET name = 'Mine'")),
      ),
  },
  {
    title: "The assistant adds an account that speaks in the client's voice",
    no: onlyClient,
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            "INSERT INTO accounts VALUES ($1, gen_random_uuid(), 'Me', 'LinkedIn', 'personal')",
            [desk.id],
          ),
        ),
      ),
  },
  {
    title: "The assistant becomes the client",
    no: "42501 permission denied for table memberships",
    guards: ["grant UPDATE (role) ON memberships"],
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query("UPDATE memberships SET role = 'client' WHERE user_id = $1", [desk.assistant.id]),
        ),
      ),
  },
  {
    title: "The assistant writes a membership for a friend",
    no: "42501 permission denied for table memberships",
    guards: ["grant INSERT ON memberships"],
    run: ({ app, desk, stranger }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query("INSERT INTO memberships VALUES ($1, $2, 'assistant')", [
            desk.id,
            stranger.client.id,
          ]),
        ),
      ),
  },
  {
    title: "The client's session ends her own membership, and leaves the desk to nobody",
    no: keeps,
    run: ({ app, desk }) =>
      during(app, desk.client, desk, async () =>
        count(
          await app.query("UPDATE memberships SET ended_at = now() WHERE user_id = $1", [desk.client.id]),
        ),
      ),
  },
  {
    title: "Somebody who is removed from their last desk stays signed in",
    no: "nothing",
    guards: ["trigger memberships.c_end_sessions"],
    run: async ({ app, sudo, desk }) => {
      await during(app, desk.client, desk, () =>
        app.query("UPDATE memberships SET ended_at = now() WHERE user_id = $1", [desk.assistant.id]),
      );
      return count(await sudo.query("SELECT FROM sessions WHERE user_id = $1", [desk.assistant.id]));
    },
  },
];

async function invite(app: Parameters<typeof enter>[0], desk: string, by: string): Promise<number> {
  return count(
    await app.query(
      "INSERT INTO invitations (workspace_id, id, email, token_hash, invited_by, expires_at) VALUES ($1, gen_random_uuid(), 'friend@test.invalid', $2, $3, now() + interval '1 day')",
      [desk, Buffer.from(randomUUID()), by],
    ),
  );
}
