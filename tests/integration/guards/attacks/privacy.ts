import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { count, during, enter, newEvent, newPerson, newTask } from "../../../support/fence/world";

const onlyClient = "FH007 fence: only the client makes things private";
const orOpen = "FH007 fence: only the client makes things private, or open";
const word = "xylophone";

/** Everything private that a desk can hold, all of it about one word. */
async function hide(s: Scene): Promise<{ person: string; task: string; about: string; event: string }> {
  const person = await newPerson(s, s.desk, `Dr ${word}`, true);
  await s.sudo.query(
    "INSERT INTO person_dates (workspace_id, id, person_id, kind, label, month, day) VALUES ($1, gen_random_uuid(), $2, 'birthday', $3, 5, 3)",
    [s.desk.id, person, word],
  );
  const task = await newTask(s, s.desk, { title: `See the ${word}`, isPrivate: true, sourceKey: word });
  const about = await newTask(s, s.desk, { title: `Greet the ${word}`, personId: person });
  await s.sudo.query(
    `INSERT INTO gestures (workspace_id, task_id, person_id, outcome, note, at, by_user, by_role, door, is_private)
     VALUES ($1, $2, NULL, 'done', $4, now(), $5, 'client', 'screen', true), ($1, $3, $6, 'done', $4, now(), $5, 'client', 'screen', false)`,
    [s.desk.id, task, about, word, s.desk.client.id, person],
  );
  return { person, task, about, event: await newEvent(s, s.desk, word, true) };
}

/** A task with its gesture that is open by itself, about an entry that became private, known by its id or by its series. */
async function ofEntry(s: Scene, key: "eventId" | "eventUid"): Promise<string> {
  const task = await newTask(s, s.desk, { title: word });
  const event = await newEvent(s, s.desk, word, true);
  await s.sudo.query(
    "UPDATE tasks SET fields = jsonb_build_object($2::text, (SELECT CASE $2 WHEN 'eventId' THEN id::text ELSE uid END FROM events WHERE id = $3)) WHERE id = $1",
    [task, key, event],
  );
  await s.sudo.query(
    "INSERT INTO gestures (workspace_id, task_id, outcome, note, at, by_user, by_role, door) VALUES ($1, $2, 'done', $3, now(), $4, 'client', 'screen')",
    [s.desk.id, task, word, s.desk.client.id],
  );
  return task;
}

/** Rows of a table that the assistant is shown, among those that were hidden. */
function seen(table: string, guard: string, condition = "true"): Attack {
  return {
    title: `The assistant reads private ${table}${condition === "true" ? "" : `, by ${condition}`}`,
    no: "nothing",
    guards: [guard],
    run: async (s) => {
      await hide(s);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(
          await s.app.query(
            `SELECT FROM ${table} WHERE ${table === "tasks" ? "title LIKE '%the%' AND" : ""} ${condition}`,
          ),
        ),
      );
    },
  };
}

/** What PostgreSQL itself says while it refuses or explains: 1 when the private word is in it. */
async function overheard(s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  const said: unknown[] = [];
  const listen = (notice: unknown) => said.push(notice);
  s.app.on("notice", listen);
  try {
    said.push((await s.app.query(sql, values)).rows);
  } catch (error) {
    said.push({ ...(error as object), message: (error as Error).message });
  } finally {
    s.app.off("notice", listen);
  }
  return Number(JSON.stringify(said).includes(word));
}

/** Around fence 7: what is private is not there, in lists, search, counts, conflicts and error messages alike. */
export const privacy: Attack[] = [
  seen("tasks", "policy tasks.own_desk", "is_private"),
  seen("tasks", "policy tasks.of_people_one_sees", "person_id IS NOT NULL"),
  seen("tasks", "policy tasks.own_desk", `search_text LIKE '%${word}%'`),
  seen("tasks", "policy tasks.own_desk", `to_tsvector('simple', search_text) @@ to_tsquery('${word}')`),
  ...(["eventId", "eventUid"] as const).flatMap((key): Attack[] => [
    {
      title: `The assistant reads a task about a private entry, by its ${key}`,
      no: "nothing",
      guards: ["policy tasks.of_entries_one_sees"],
      run: async (s) => {
        const task = await ofEntry(s, key);
        return during(s.app, s.desk.assistant, s.desk, async () => {
          const seen = count(await s.app.query("SELECT FROM tasks WHERE id = $1", [task]));
          return seen + count(await s.app.query("UPDATE tasks SET priority = 1 WHERE id = $1", [task]));
        });
      },
    },
    {
      title: `The assistant reads what was done with a task about a private entry, by its ${key}`,
      no: "nothing",
      guards: ["policy gestures.of_entries_one_sees"],
      run: async (s) => {
        const task = await ofEntry(s, key);
        return during(s.app, s.desk.assistant, s.desk, async () =>
          count(await s.app.query("SELECT FROM gestures WHERE task_id = $1", [task])),
        );
      },
    },
  ]),
  seen("persons", "policy persons.of_people_one_sees"),
  {
    title: "The assistant reads who was merged into somebody private, and what was done for them",
    no: "nothing",
    guards: ["policy persons.of_people_one_sees", "policy gestures.of_people_one_sees"],
    run: async (s) => {
      const { person, about } = await hide(s);
      const [one, two] = [await newPerson(s, s.desk, word), await newPerson(s, s.desk, word)];
      const merge = "UPDATE persons SET merged_into_id = $2, removed_at = now() WHERE id = $1";
      await s.sudo.query(merge, [one, person]);
      await s.sudo.query(merge, [two, one]);
      await s.sudo.query("UPDATE gestures SET person_id = $2 WHERE task_id = $1", [about, two]);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("SELECT id FROM persons UNION ALL SELECT task_id FROM gestures")),
      );
    },
  },
  seen("person_dates", "policy person_dates.of_people_one_sees"),
  seen("events", "policy events.own_desk"),
  seen("event_occurrences", "policy event_occurrences.own_desk"),
  seen("gestures", "policy gestures.own_desk", "person_id IS NULL"),
  seen("gestures", "policy gestures.of_people_one_sees", "person_id IS NOT NULL"),
  {
    title: "The assistant changes private things blindly, and counts them by it",
    no: "nothing",
    guards: ["policy tasks.of_people_one_sees", "policy person_dates.of_people_one_sees"],
    run: async (s) => {
      await hide(s);
      await s.sudo.query("UPDATE tasks SET state = 'withdrawn' WHERE id = ANY ($1)", [[s.strict, s.loose]]);
      return during(s.app, s.desk.assistant, s.desk, async () => {
        let touched = count(await s.app.query("UPDATE person_dates SET day = 1"));
        touched += count(await s.app.query("UPDATE persons SET note = 'seen'"));
        touched += count(await s.app.query("UPDATE events SET link = 'seen'"));
        touched += count(await s.app.query("DELETE FROM event_occurrences"));
        await s.app.query("SAVEPOINT blind");
        try {
          touched += count(await s.app.query("UPDATE tasks SET priority = 1"));
        } catch {
          await s.app.query("ROLLBACK TO SAVEPOINT blind");
        }
        return touched;
      });
    },
  },
  {
    title: "The assistant makes a private task",
    no: onlyClient,
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            "INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule, is_private) VALUES ($1, gen_random_uuid(), 'other', 'New', 'delegable', 'rule', 'ask', true)",
            [desk.id],
          ),
        ),
      ),
  },
  {
    title: "The assistant makes a task private",
    no: orOpen,
    run: ({ app, desk, loose }) =>
      during(app, desk.assistant, desk, async () =>
        count(await app.query("UPDATE tasks SET is_private = true WHERE id = $1", [loose])),
      ),
  },
  ...["persons", "events"].flatMap((table): Attack[] => [
    {
      title: `The assistant writes private ${table}`,
      no: onlyClient,
      run: ({ app, desk }) =>
        during(app, desk.assistant, desk, async () =>
          count(
            await app.query(
              table === "persons"
                ? "INSERT INTO persons (workspace_id, id, name, sort_name, is_private) VALUES ($1, gen_random_uuid(), 'New', 'new', true)"
                : "INSERT INTO events (workspace_id, id, uid, is_private) VALUES ($1, gen_random_uuid(), 'new', true)",
              [desk.id],
            ),
          ),
        ),
    },
    {
      title: `The assistant makes ${table} private`,
      no: orOpen,
      run: async (s) => {
        const make = table === "persons" ? newPerson : newEvent;
        const id = await make(s, s.desk, "Open");
        return during(s.app, s.desk.assistant, s.desk, async () =>
          count(await s.app.query(`UPDATE ${table} SET is_private = true WHERE id = $1`, [id])),
        );
      },
    },
  ]),
  {
    title: "The assistant gives somebody private another birthday",
    no: '42501 new row violates row-level security policy "of_people_one_sees" for table "person_dates"',
    guards: ["policy person_dates.of_people_one_sees"],
    run: async (s) => {
      const { person } = await hide(s);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(
          await s.app.query(
            "INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ($1, gen_random_uuid(), $2, 'birthday', 1, 1)",
            [s.desk.id, person],
          ),
        ),
      );
    },
  },
  {
    title: "The assistant changes a private task by a conflict over its id",
    no: '42501 new row violates row-level security policy (USING expression) for table "tasks"',
    guards: ["policy tasks.own_desk"],
    run: async (s) => {
      const { task } = await hide(s);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(
          await s.app.query(
            `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule) VALUES ($1, $2, 'other', 'New', 'delegable', 'rule', 'ask')
             ON CONFLICT (workspace_id, id) DO UPDATE SET title = 'Mine' RETURNING title`,
            [s.desk.id, task],
          ),
        ),
      );
    },
  },
  {
    title: "The assistant hears of a private task from the words of a unique violation",
    no: "nothing",
    guards: ["policy tasks.own_desk"],
    run: async (s) => {
      await hide(s);
      await s.app.query("BEGIN");
      await enter(s.app, s.desk.assistant, s.desk);
      return overheard(
        s,
        `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule, source_key) VALUES ($1, gen_random_uuid(), 'other', 'New', 'delegable', 'rule', 'ask', 'xylo' || 'phone')`,
        [s.desk.id],
      );
    },
  },
  ...[
    ["a cast that fails on every row", "SELECT FROM tasks WHERE title::int = 1"],
    [
      "an error made of what the row says",
      "SELECT FROM persons WHERE CASE WHEN name <> '' THEN name::uuid END IS NOT NULL",
    ],
    ["a regular expression made of what the row says", "SELECT FROM events WHERE 'x' ~ ('(' || summary)"],
    ["what the planner tells", "EXPLAIN (ANALYZE, VERBOSE) SELECT title FROM tasks"],
    ["what the planner keeps of a column", "SELECT * FROM pg_stats WHERE tablename IN ('tasks', 'persons')"],
    ["the transaction's own lock", "SELECT title FROM tasks FOR UPDATE"],
    ["row numbers", "SELECT t.ctid, t.* FROM tasks t"],
  ].map(
    ([what, sql = ""]): Attack => ({
      title: `The assistant hears private words through ${what}`,
      no: "nothing",
      run: async (s) => {
        await hide(s);
        await s.sudo.query("ANALYZE tasks, persons");
        await s.app.query("BEGIN");
        await enter(s.app, s.desk.assistant, s.desk);
        return overheard(s, sql);
      },
    }),
  ),
  {
    title: "The assistant switches row-level security off",
    no: '42501 query would be affected by row-level security policy for table "tasks"',
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () => {
        await app.query("SET LOCAL row_security = off");
        return count(await app.query("SELECT FROM tasks"));
      }),
  },
  {
    title: "The assistant reads in the log what a private thing was called, before, then and after",
    no: "nothing",
    guards: ["policy log_entries.own_desk", "policy log_entries.of_things_one_sees"],
    run: async (s) => {
      const change = (set: string) =>
        during(s.app, s.desk.client, s.desk, () =>
          s.app.query(`UPDATE tasks SET ${set} WHERE id = $1`, [s.loose]),
        );
      await change(`title = 'Early ${word}'`);
      await change(`title = 'Secret ${word}', is_private = true`);
      await change(`note = 'Private ${word}'`);
      const hidden = await heard(s);
      await change("title = 'Order flowers', note = '', is_private = false");
      const shown = await during(s.app, s.desk.assistant, s.desk, async () =>
        count(
          await s.app.query(
            "SELECT FROM log_entries WHERE before::text LIKE '%Secret%' OR after::text LIKE '%Secret%' OR before::text LIKE '%Private%' OR after::text LIKE '%Private%'",
          ),
        ),
      );
      return hidden + shown;
    },
  },
  {
    title: "The assistant reads in the log on which day somebody private was born",
    no: "nothing",
    guards: ["policy log_entries.of_things_one_sees"],
    run: async (s) => {
      const person = randomUUID();
      await during(s.app, s.desk.client, s.desk, async () => {
        await s.app.query(
          "INSERT INTO persons (workspace_id, id, name, sort_name, is_private) VALUES ($1, $2, $3, $3, true)",
          [s.desk.id, person, word],
        );
        await s.app.query(
          "INSERT INTO person_dates (workspace_id, id, person_id, kind, label, month, day) VALUES ($1, gen_random_uuid(), $2, 'birthday', $3, 5, 3)",
          [s.desk.id, person, word],
        );
      });
      return heard(s);
    },
  },
  {
    title: "The assistant sees when a private event takes place, in occurrences worked out afterwards",
    no: "nothing",
    guards: ["trigger event_occurrences.a_guard_occurrence"],
    run: async (s) => {
      const event = await newEvent(s, s.desk, word, true);
      await during(s.app, s.desk.client, s.desk, () =>
        s.app.query(
          "INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at) VALUES ($1, $2, now(), now())",
          [s.desk.id, event],
        ),
      );
      return occurrences(s);
    },
  },
  {
    title: "The assistant sees when an event takes place that has become private",
    no: "nothing",
    guards: ["trigger events.b_hide_occurrences"],
    run: async (s) => {
      await newEvent(s, s.desk, word);
      await during(s.app, s.desk.client, s.desk, () => s.app.query("UPDATE events SET is_private = true"));
      return occurrences(s);
    },
  },
  {
    title: "The assistant looks through what the client brought from a file",
    no: "nothing",
    guards: ["policy imports.own_or_client"],
    run: async (s) => {
      await bring(s);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("SELECT FROM imports")),
      );
    },
  },
  {
    title: "The assistant looks through the rows of what the client brought from a file",
    no: "nothing",
    guards: ["policy import_rows.of_things_one_sees"],
    run: async (s) => {
      await bring(s);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("SELECT FROM import_rows")),
      );
    },
  },
  {
    title: "The assistant looks through a dry run of the client's",
    no: "nothing",
    guards: ["policy import_lines.of_imports_one_sees"],
    run: async (s) => {
      await bring(s);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("SELECT FROM import_lines")),
      );
    },
  },
  {
    title: "The assistant forgets a dry run of the client's, blindly",
    no: "nothing",
    guards: ["policy import_lines.of_imports_one_sees"],
    run: async (s) => {
      await bring(s);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("DELETE FROM import_lines")),
      );
    },
  },
  {
    title: "A reader's context forgets a dry run",
    no: "nothing",
    guards: ["policy import_lines.by_writers"],
    run: async (s) => {
      await bring(s);
      const forget = async () => count(await s.app.query("DELETE FROM import_lines"));
      return during(s.app, s.desk.client, s.desk, forget, { write: false });
    },
  },
  {
    title: "The assistant brings a file in the client's name",
    no: "nothing",
    guards: ["trigger imports.a_guard_new_import"],
    run: async (s) => {
      await during(s.app, s.desk.assistant, s.desk, () =>
        s.app.query(
          "INSERT INTO imports (workspace_id, id, kind, file_name, created_by) VALUES ($1, gen_random_uuid(), 'vcard', 'x.vcf', $2)",
          [s.desk.id, s.desk.client.id],
        ),
      );
      return count(await s.sudo.query("SELECT FROM imports WHERE created_by = $1", [s.desk.client.id]));
    },
  },
  {
    title: "The client makes a completed task private, and its gesture stays to be read",
    no: "nothing",
    guards: ["trigger tasks.b_make_gesture"],
    run: async (s) => {
      const done = await newTask(s, s.desk, { state: "done" });
      await during(s.app, s.desk.client, s.desk, () =>
        s.app.query("UPDATE tasks SET state = 'client', is_private = true WHERE id = $1", [done]),
      );
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("SELECT FROM gestures")),
      );
    },
  },
];

function heard(s: Scene): Promise<number> {
  return during(s.app, s.desk.assistant, s.desk, async () =>
    count(
      await s.app.query("SELECT FROM log_entries WHERE before::text LIKE $1 OR after::text LIKE $1", [
        `%${word}%`,
      ]),
    ),
  );
}

function occurrences(s: Scene): Promise<number> {
  return during(s.app, s.desk.assistant, s.desk, async () =>
    count(await s.app.query("SELECT FROM event_occurrences")),
  );
}

async function bring(s: Scene): Promise<void> {
  await s.sudo.query(
    `WITH i AS (INSERT INTO imports (workspace_id, id, kind, file_name, created_by) VALUES ($1, $2, 'vcard', 'x.vcf', $3)),
       l AS (INSERT INTO import_lines (workspace_id, import_id, position, plan, reading) VALUES ($1, $2, 1, '{}', '{}'))
     INSERT INTO import_rows (workspace_id, import_id, position, outcome, label) VALUES ($1, $2, 1, 'made', $4)`,
    [s.desk.id, randomUUID(), s.desk.client.id, word],
  );
}
