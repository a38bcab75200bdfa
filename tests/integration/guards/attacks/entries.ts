import type { Attack, Scene } from "../../../support/fence/attack";
import { count, during, inTransaction, newPerson } from "../../../support/fence/world";
import { plant } from "./furnish";

const writers = "FH003 fence: a note is its writer's";

function as(who: "client" | "assistant", s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  return during(s.app, s.desk[who], s.desk, async () => count(await s.app.query(sql, values)));
}

function asJob(s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  return inTransaction(s.app, async () => {
    await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
    return count(await s.app.query(sql, values));
  });
}

/** A line of the assistant's for the next list. */
async function note(s: Scene): Promise<void> {
  await plant(s, s.desk, await newPerson(s, s.desk, "Noor"), { by: s.desk.assistant.id });
}

async function left(s: Scene, sql: string): Promise<number> {
  const { rows } = await s.sudo.query(sql.replaceAll(":client", `'${s.desk.client.id}'`), [s.desk.id]);
  return rows.length;
}

/** Around fence 9: whose words something is, and that somebody looked whether it is still right. */
export const entries: Attack[] = [
  {
    title: "The assistant puts other words under the client's name and her source",
    no: "nothing",
    guards: ["trigger person_facts.b_checked", "line a source belongs to the words it was named for"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      await s.sudo.query("UPDATE person_facts SET from_where = 'her letter' WHERE workspace_id = $1", [
        s.desk.id,
      ]);
      await as("assistant", s, "UPDATE person_facts SET value = 'Coffee'");
      return left(
        s,
        "SELECT FROM person_facts WHERE workspace_id = $1 AND (entered_by = :client OR from_where <> '')",
      );
    },
  },
  {
    title: "The assistant enters a fact that the client has checked already",
    no: "nothing",
    guards: ["trigger person_facts.b_checked", "line a new fact is unchecked"],
    run: async (s) => {
      await as(
        "assistant",
        s,
        "INSERT INTO person_facts (workspace_id, id, person_id, kind, value, checked_at, checked_by) VALUES ($1, gen_random_uuid(), $2, 'like', 'Tea', now(), $3)",
        [s.desk.id, await newPerson(s, s.desk, "Noor"), s.desk.client.id],
      );
      return left(
        s,
        "SELECT FROM person_facts WHERE workspace_id = $1 AND (checked_at IS NOT NULL OR checked_by IS NOT NULL)",
      );
    },
  },
  {
    title: "The assistant signs a fact as the client afterwards",
    no: "42501 permission denied for table person_facts",
    guards: ["grant UPDATE (entered_by) ON person_facts"],
    run: async (s) => {
      // The trigger beside it writes the name from proof: without it, only the right that is not there says no.
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      return as("assistant", s, "UPDATE person_facts SET entered_by = $1", [s.desk.client.id]);
    },
  },
  {
    title: "The assistant changes a line that has gone out",
    no: writers,
    run: async (s) => {
      await note(s);
      await s.sudo.query("UPDATE weekly_notes SET used_on = '2026-01-05' WHERE workspace_id = $1", [
        s.desk.id,
      ]);
      return as("assistant", s, "UPDATE weekly_notes SET text = 'Something else'");
    },
  },
  {
    title: "A background job sends a line out once more",
    no: writers,
    guards: ["line what went out stays"],
    run: async (s) => {
      await note(s);
      await s.sudo.query("UPDATE weekly_notes SET used_on = '2026-01-05' WHERE workspace_id = $1", [
        s.desk.id,
      ]);
      return asJob(s, "UPDATE weekly_notes SET used_on = NULL");
    },
  },
  {
    title: "The assistant says that a line has gone out",
    no: writers,
    guards: ["line that a line went out is the job's word"],
    run: async (s) => {
      await note(s);
      return as("assistant", s, "UPDATE weekly_notes SET used_on = '2026-01-05'");
    },
  },
  {
    title: "A background job writes the assistant's line anew",
    no: writers,
    guards: ["line a job writes no lines"],
    run: async (s) => {
      await note(s);
      return asJob(s, "UPDATE weekly_notes SET text = 'Something else'");
    },
  },
  {
    title: "The assistant writes a line in the client's name, as one that went out",
    no: "nothing",
    guards: ["line who wrote a line is written from proof", "line a new line has not gone out"],
    run: async (s) => {
      await as(
        "assistant",
        s,
        "INSERT INTO weekly_notes (workspace_id, id, text, written_by, written_at, used_on) VALUES ($1, gen_random_uuid(), 'Buy this', $2, now(), '2026-01-05')",
        [s.desk.id, s.desk.client.id],
      );
      return left(
        s,
        "SELECT FROM weekly_notes WHERE workspace_id = $1 AND (written_by = :client OR used_on IS NOT NULL)",
      );
    },
  },
  {
    title: "The assistant writes a second line for the same list",
    no: "23505 weekly_notes_one_each",
    run: async (s) => {
      await note(s);
      return as(
        "assistant",
        s,
        "INSERT INTO weekly_notes (workspace_id, id, text) VALUES ($1, gen_random_uuid(), 'And this')",
        [s.desk.id],
      );
    },
  },
  {
    title: "A background job adds an address book",
    no: "FH003 fence: only the client changes this",
    run: (s) =>
      asJob(
        s,
        "INSERT INTO address_books (workspace_id, id, name, url, username, sealed) VALUES ($1, gen_random_uuid(), 'Mine', 'https://x.test', 'job', '\\x00')",
        [s.desk.id],
      ),
  },
  {
    title: "The assistant brings a birthday back more loosely than it stood",
    no: "nothing",
    guards: ["trigger tasks.b_keep_strict"],
    run: async (s) => {
      const key = "day:00000000-0000-4000-8000-000000000001:2026";
      await s.sudo.query(
        "UPDATE tasks SET state = 'withdrawn', is_private = true, source_key = $2 WHERE id = $1",
        [s.strict, key],
      );
      await as(
        "assistant",
        s,
        "INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule, source_key) VALUES ($1, gen_random_uuid(), 'birthday', 'Noor', 'delegable', 'rule', 'mechanics', $2)",
        [s.desk.id, key],
      );
      return left(
        s,
        `SELECT FROM tasks WHERE workspace_id = $1 AND source_key = '${key}' AND tag = 'delegable'`,
      );
    },
  },
  {
    title: "The assistant puts a looser task in the place of a birthday that was taken back",
    no: "nothing",
    guards: ["trigger tasks.b_follow_day", "line a task follows its day only where that year had none"],
    run: async (s) => {
      const key = "day:00000000-0000-4000-8000-000000000002:";
      await s.sudo.query("UPDATE tasks SET state = 'withdrawn', source_key = $2 WHERE id = $1", [
        s.strict,
        `${key}2027`,
      ]);
      await s.sudo.query("UPDATE tasks SET source_key = $2 WHERE id = $1", [s.loose, `${key}2026`]);
      return as("assistant", s, "UPDATE tasks SET source_key = $2 WHERE id = $1", [s.loose, `${key}2027`]);
    },
  },
  {
    title: "The assistant lets a task stand for somebody's birthday, so that none is made",
    no: "FH006 fence: a task follows its own day alone",
    run: (s) =>
      as("assistant", s, "UPDATE tasks SET source_key = $2 WHERE id = $1", [
        s.loose,
        "day:00000000-0000-4000-8000-000000000003:2026",
      ]),
  },
];
