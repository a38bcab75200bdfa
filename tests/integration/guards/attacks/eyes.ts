import type { Attack, Scene } from "../../../support/fence/attack";
import { count, during, inTransaction, newPerson, newTask, type Someone } from "../../../support/fence/world";

/** Enters as a job that reads with somebody's eyes, with the jobs' real secret; gives how many rows let it in. */
async function readerOf(s: Scene, who: Someone): Promise<number> {
  return count(
    await s.app.query("SELECT FROM fence.enter_reader($1, $2, $3, 'try')", [s.jobSecret, s.desk.id, who.id]),
  );
}

function withEyes(s: Scene, who: Someone, sql: string, values: unknown[] = []): Promise<number> {
  return inTransaction(s.app, async () => {
    await readerOf(s, who);
    return count(await s.app.query(sql, values));
  });
}

/** What the assistant wrote about Noor while everything was open: how it is written, and where it stands. */
const told: [subject: string, table: string, sql: string][] = [
  [
    "fact",
    "person_facts",
    "(workspace_id, id, person_id, kind, value) VALUES ($1, gen_random_uuid(), $2, 'like', 'Tea')",
  ],
  [
    "relation",
    "person_relations",
    "(workspace_id, id, person_id, other_id, kind) VALUES ($1, gen_random_uuid(), $2, $3, 'friend')",
  ],
  [
    "contact",
    "contacts",
    "(workspace_id, id, person_id, at, how) VALUES ($1, gen_random_uuid(), $2, now(), 'call')",
  ],
  [
    "promise",
    "promises",
    "(workspace_id, id, person_id, whose, text) VALUES ($1, gen_random_uuid(), $2, 'client', 'A book')",
  ],
  [
    "picture",
    "person_pictures",
    "(workspace_id, id, media_type, bytes, sum) VALUES ($1, $2, 'image/png', '\\x00', '')",
  ],
];

/** Writes it as the assistant, lets something become private, and asks the history for it as the assistant. */
async function toldLater(
  s: Scene,
  [subject, table, sql]: (typeof told)[number],
  hide: (ids: { noor: string; tom: string }) => [sql: string, id: string],
): Promise<number> {
  const [noor, tom] = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Tom")];
  const values = sql.includes("$3") ? [s.desk.id, noor, tom] : [s.desk.id, noor];
  const ask = "SELECT FROM log_entries WHERE subject = $1";
  await during(s.app, s.desk.assistant, s.desk, () => s.app.query(`INSERT INTO ${table} ${sql}`, values));
  const [set, id] = hide({ noor, tom });
  await s.sudo.query(set, [id]);
  return during(s.app, s.desk.assistant, s.desk, async () => count(await s.app.query(ask, [subject])));
}

const hidePerson = "UPDATE persons SET is_private = true WHERE id = $1";

/** Around fence 1 and 7: jobs that read with a member's eyes, and what the history still tells of what became private. */
export const eyes: Attack[] = [
  {
    title: "A job that reads with the client's eyes completes what must be her",
    no: "FH001 fence: nobody has proved who is writing",
    guards: ["line a job only reads with somebody's eyes"],
    run: (s) => withEyes(s, s.desk.client, "UPDATE tasks SET state = 'done' WHERE id = $1", [s.strict]),
  },
  {
    title: "A job reads with the eyes of somebody who has left",
    no: "nothing",
    guards: ["line whose eyes they are has not left"],
    run: (s) => readerOf(s, s.desk.removed),
  },
  {
    title: "A job reads with the eyes of another desk's client",
    no: "nothing",
    guards: ["line whose eyes they are is of this desk"],
    run: (s) => readerOf(s, s.stranger.client),
  },
  {
    title: "A job that reads with the assistant's eyes sees what is private",
    no: "nothing",
    guards: ["line a job sees what its reader sees"],
    run: async (s) => {
      await newTask(s, s.desk, { isPrivate: true });
      return withEyes(s, s.desk.assistant, "SELECT FROM tasks WHERE is_private");
    },
  },
  {
    title: "Somebody who has left is still mailed the week",
    no: "nothing",
    guards: ["line mail goes to members"],
    run: async (s) => {
      await s.sudo.query(
        "INSERT INTO member_settings (workspace_id, user_id, weekly_on) VALUES ($1, $2, true)",
        [s.desk.id, s.desk.removed.id],
      );
      return count(
        await s.app.query("SELECT FROM fence.mail_wishes($1) WHERE workspace_id = $2", [
          s.jobSecret,
          s.desk.id,
        ]),
      );
    },
  },
  ...told.map(
    (one): Attack => ({
      title: `The history tells the assistant of a ${one[0]} of somebody who became private`,
      no: "nothing",
      guards: [`line a ${one[0]} is hidden in the history`],
      run: (s) => toldLater(s, one, ({ noor }) => [hidePerson, noor]),
    }),
  ),
  ...told
    .filter(([subject]) => subject !== "picture")
    .map(
      (one): Attack => ({
        title: `The history tells the assistant of a ${one[0]} that became private itself`,
        no: "nothing",
        guards: [`line what is private itself is hidden in the history`],
        run: (s) =>
          toldLater(s, one, ({ noor }) => [
            `UPDATE ${one[1]} SET is_private = true WHERE person_id = $1`,
            noor,
          ]),
      }),
    ),
  {
    title: "The history tells the assistant of a relation to somebody who became private",
    no: "nothing",
    guards: ["line a relation is hidden from its other end"],
    run: (s) => toldLater(s, told[1] as (typeof told)[number], ({ tom }) => [hidePerson, tom]),
  },
];
