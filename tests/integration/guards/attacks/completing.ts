import type { Attack } from "../../../support/fence/attack";
import { count, during, newTask } from "../../../support/fence/world";

const closedByClient = "23514 must_be_you_is_closed_by_the_client";
const loosens = "FH002 fence: only the client loosens a tag";
const begins = "FH006 fence: a task begins open";
const columns = "42501 permission denied for table tasks";

/** Around fence 1, 2 and 6: completing, declining, loosening, folding, taking back, beginning again. */
export const completing: Attack[] = [
  ...(["assistant", "agent"] as const).flatMap((role) =>
    (["done", "declined"] as const).map(
      (state): Attack => ({
        title: `The ${role} sets a must-be-you task to ${state}`,
        no: closedByClient,
        run: ({ app, desk, strict }) =>
          during(app, desk[role], desk, async () =>
            count(await app.query("UPDATE tasks SET state = $2 WHERE id = $1", [strict, state])),
          ),
      }),
    ),
  ),
  {
    title: "The assistant completes it and writes the client's name beside it",
    no: columns,
    guards: ["grant UPDATE (closed_at, closed_by, closed_role, closed_door) ON tasks"],
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            "UPDATE tasks SET state = 'done', closed_at = now(), closed_by = $2, closed_role = 'client', closed_door = 'screen' WHERE id = $1",
            [strict, desk.client.id],
          ),
        ),
      ),
  },
  {
    title: "The assistant completes it together with everything else, in one blind stroke",
    no: closedByClient,
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () =>
        count(await app.query("UPDATE tasks SET state = 'done'")),
      ),
  },
  {
    title: "The client's own session completes it through a door that is for tokens",
    no: closedByClient,
    run: ({ app, desk, strict }) =>
      during(
        app,
        desk.client,
        desk,
        async () => count(await app.query("UPDATE tasks SET state = 'done' WHERE id = $1", [strict])),
        {
          door: "api",
        },
      ),
  },
  {
    title: "The client's own session completes it through an import",
    no: closedByClient,
    run: ({ app, desk, strict }) =>
      during(
        app,
        desk.client,
        desk,
        async () => count(await app.query("UPDATE tasks SET state = 'done' WHERE id = $1", [strict])),
        {
          door: "import",
        },
      ),
  },
  {
    title: "The assistant says in one statement that it is delegable, and done",
    no: loosens,
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () =>
        count(await app.query("UPDATE tasks SET tag = 'delegable', state = 'done' WHERE id = $1", [strict])),
      ),
  },
  {
    title: "The assistant un-tags first and completes afterwards",
    no: loosens,
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () => {
        await app.query("UPDATE tasks SET tag = 'delegable', tag_by = 'hand' WHERE id = $1", [strict]);
        return count(await app.query("UPDATE tasks SET state = 'done' WHERE id = $1", [strict]));
      }),
  },
  {
    title: "The assistant un-tags and completes in one statement with two writing parts",
    no: loosens,
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            `WITH loosened AS (UPDATE tasks SET tag = 'delegable' WHERE id = $1 RETURNING id)
             UPDATE tasks SET state = 'done' WHERE id IN (SELECT id FROM loosened)`,
            [strict],
          ),
        ),
      ),
  },
  {
    title: "The assistant completes a delegable task and tags it in the same stroke",
    no: closedByClient,
    run: ({ app, desk, loose }) =>
      during(app, desk.assistant, desk, async () =>
        count(await app.query("UPDATE tasks SET state = 'done', tag = 'must-be-you' WHERE id = $1", [loose])),
      ),
  },
  {
    title:
      "The assistant completes a delegable task first and tags it afterwards, as if it had been the client",
    no: "FH006 fence: a closed task is re-opened before it is changed",
    run: ({ app, desk, loose }) =>
      during(app, desk.assistant, desk, async () => {
        await app.query("UPDATE tasks SET state = 'done' WHERE id = $1", [loose]);
        return count(await app.query("UPDATE tasks SET tag = 'must-be-you' WHERE id = $1", [loose]));
      }),
  },
  {
    title: "The assistant re-writes the note of a completion",
    no: "FH006 fence: a closed task is re-opened before it is changed",
    run: async (s) => {
      const done = await newTask(s, s.desk, { state: "done" });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET closing_note = 'Done by Mira' WHERE id = $1", [done])),
      );
    },
  },
  {
    title: "The assistant re-opens what the client completed",
    no: "FH001 fence: only the client re-opens this",
    run: async (s) => {
      const done = await newTask(s, s.desk, { state: "done" });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET state = 'assistant' WHERE id = $1", [done])),
      );
    },
  },
  {
    title: "The client's session re-opens a task as a looser one in one stroke",
    no: "FH001 fence: only the client re-opens this",
    run: async (s) => {
      const done = await newTask(s, s.desk, { state: "done" });
      return during(s.app, s.desk.client, s.desk, async () =>
        count(
          await s.app.query("UPDATE tasks SET state = 'assistant', tag = 'delegable' WHERE id = $1", [done]),
        ),
      );
    },
  },
  ...(["done", "declined", "withdrawn"] as const).map(
    (state): Attack => ({
      title: `The assistant makes a task that is born ${state}`,
      no: begins,
      run: ({ app, desk }) =>
        during(app, desk.assistant, desk, async () => count(await insert(app, desk.id, { state }))),
    }),
  ),
  {
    title: "The assistant makes a task that is born folded into a strict one",
    no: columns,
    guards: ["grant INSERT (merged_into_id) ON tasks"],
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule, merged_into_id)
             SELECT workspace_id, gen_random_uuid(), kind, title, 'delegable', 'rule', 'ask', id FROM tasks WHERE id = $1`,
            [strict],
          ),
        ),
      ),
  },
  {
    title: "The assistant makes the task once more, and completes it by the conflict",
    no: closedByClient,
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule) VALUES ($1, $2, 'other', 'Again', 'delegable', 'rule', 'ask')
             ON CONFLICT (workspace_id, id) DO UPDATE SET state = 'done'`,
            [desk.id, strict],
          ),
        ),
      ),
  },
  {
    title: "The assistant makes the task once more, and loosens it by the conflict",
    no: loosens,
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule) VALUES ($1, $2, 'other', 'Again', 'delegable', 'rule', 'ask')
             ON CONFLICT (workspace_id, id) DO UPDATE SET tag = excluded.tag`,
            [desk.id, strict],
          ),
        ),
      ),
  },
  {
    title: "The assistant completes it with MERGE",
    no: closedByClient,
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            `MERGE INTO tasks t USING (SELECT $1::uuid AS id) s ON t.id = s.id WHEN MATCHED THEN UPDATE SET state = 'done'`,
            [strict],
          ),
        ),
      ),
  },
  {
    title: "The assistant lets MERGE make a task that is done already",
    no: begins,
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            `MERGE INTO tasks t USING (SELECT gen_random_uuid() AS id) s ON t.id = s.id
             WHEN NOT MATCHED THEN INSERT (workspace_id, id, kind, title, tag, tag_by, tag_rule, state) VALUES ($1, s.id, 'other', 'New', 'delegable', 'rule', 'ask', 'done')`,
            [desk.id],
          ),
        ),
      ),
  },
  {
    title: "The assistant pours finished tasks in with COPY",
    no: "0A000 COPY FROM not supported with row-level security",
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () =>
        count(await app.query("COPY tasks (workspace_id, id, kind, title, tag, tag_by, state) FROM STDIN")),
      ),
  },
  {
    title: "The assistant completes it with a statement prepared while the client was in",
    no: closedByClient,
    run: async ({ app, desk, strict }) => {
      await during(app, desk.client, desk, () =>
        app.query("PREPARE finish AS UPDATE tasks SET state = 'done' WHERE id = $1"),
      );
      return during(app, desk.assistant, desk, async () =>
        count(await app.query(`EXECUTE finish('${strict}')`)),
      );
    },
  },
  {
    title: "The assistant deletes it, to begin it again as a looser one",
    no: columns,
    guards: ["grant DELETE ON tasks"],
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () =>
        count(await app.query("DELETE FROM tasks WHERE id = $1", [strict])),
      ),
  },
  {
    title: "The assistant empties the table",
    no: columns,
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () => {
        await app.query("TRUNCATE tasks CASCADE");
        return 1;
      }),
  },
  {
    title: "The assistant takes back a task of the client's that nobody has touched",
    no: "FH006 fence: only an untouched task can be taken back",
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () =>
        count(await app.query("UPDATE tasks SET state = 'withdrawn' WHERE id = $1", [strict])),
      ),
  },
  {
    title: "The assistant takes back a task of their own that the client has looked after since",
    no: "FH006 fence: only an untouched task can be taken back",
    run: async (s) => {
      const touched = await newTask(s, s.desk, { createdBy: s.desk.assistant, version: 2 });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET state = 'withdrawn' WHERE id = $1", [touched])),
      );
    },
  },
  {
    title: "The assistant takes back a task of their own in which a strict one of the client's is folded",
    no: "FH006 fence: only an untouched task can be taken back",
    run: async (s) => {
      const own = await newTask(s, s.desk, { createdBy: s.desk.assistant });
      await newTask(s, s.desk, { mergedInto: own });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET state = 'withdrawn' WHERE id = $1", [own])),
      );
    },
  },
  {
    title: "The assistant brings a task back that was taken back, as something else",
    no: "FH006 fence: a task that was taken back stays away",
    run: async (s) => {
      const gone = await newTask(s, s.desk, { state: "withdrawn", createdBy: s.desk.assistant });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(
          await s.app.query("UPDATE tasks SET state = 'inbox', title = 'Something else' WHERE id = $1", [
            gone,
          ]),
        ),
      );
    },
  },
];

function insert(
  app: { query: (text: string, values: unknown[]) => Promise<import("pg").QueryResult> },
  desk: string,
  { state = "inbox", tag = "delegable" } = {},
) {
  return app.query(
    `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule, state) VALUES ($1, gen_random_uuid(), 'other', 'New', $2, 'rule', 'ask', $3)`,
    [desk, tag, state],
  );
}
