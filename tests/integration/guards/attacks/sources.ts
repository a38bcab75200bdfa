import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { count, during, newPerson } from "../../../support/fence/world";

function asAssistant(s: Scene, verb: string, sql: string, values: unknown[] = []): Promise<number> {
  return during(s.app, s.desk.assistant, s.desk, async () => count(await s.app.query(sql, values)), { verb });
}

/** Somebody of whom the client has written a note. */
async function noted(s: Scene, name: string): Promise<string> {
  const id = await newPerson(s, s.desk, name);
  await s.sudo.query("UPDATE persons SET note = 'Likes tea' WHERE id = $1", [id]);
  await s.sudo.query(
    `INSERT INTO fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, at)
     VALUES ($1, $2, 'note', $3, 'client', 'screen', 'edit-person', now())`,
    [s.desk.id, id, s.desk.client.id],
  );
  return id;
}

async function newMerge(s: Scene, kept: string, merged: string): Promise<void> {
  await s.sudo.query(
    `INSERT INTO person_merges (workspace_id, id, kept_id, merged_id, undo, entered_role, entered_at)
     VALUES ($1, gen_random_uuid(), $2, $3, '{}', 'client', now())`,
    [s.desk.id, kept, merged],
  );
}

/** How many sources of somebody's field there are, by the client or by anybody. */
async function sourcesOf(s: Scene, person: string, field: string, by = "%"): Promise<number> {
  const { rows } = await s.sudo.query(
    "SELECT FROM fact_sources WHERE person_id = $1 AND field = $2 AND coalesce(by_user::text, '') LIKE $3",
    [person, field, by],
  );
  return rows.length;
}

/** What the client has entered about somebody, and how an assistant writes other words into it. */
const rewritten: [table: string, columns: string, values: string, set: string][] = [
  ["contacts", "at, how", "now(), 'call'", "note = 'She is angry'"],
  ["promises", "whose, text", "'client', 'A book'", "whose = 'person'"],
  ["person_relations", "other_name, kind", "'Tom', 'brother'", "kind = 'friend'"],
  ["person_facts", "kind, value", "'like', 'Tea'", "kind = 'avoid'"],
];

async function enter(s: Scene, table: string, columns: string, values: string): Promise<void> {
  await s.sudo.query(
    `INSERT INTO ${table} (workspace_id, id, person_id, entered_by, entered_role, entered_at, ${columns})
     VALUES ($1, gen_random_uuid(), $2, $3, 'client', now(), ${values})`,
    [s.desk.id, await newPerson(s, s.desk, "Noor"), s.desk.client.id],
  );
}

async function clients(s: Scene, table: string): Promise<number> {
  const { rows } = await s.sudo.query(`SELECT FROM ${table} WHERE workspace_id = $1 AND entered_by = $2`, [
    s.desk.id,
    s.desk.client.id,
  ]);
  return rows.length;
}

/** Around fence 7 and 9: words stand under the name of whoever wrote them, and what is gone leaves no trace of having been. */
export const sources: Attack[] = [
  ...rewritten.map(
    ([table, columns, values, set]): Attack => ({
      title: `The assistant writes other words into ${table} of the client's, and they stay under her name`,
      no: "nothing",
      guards: [`trigger ${table}.a_guard`, "line other words are signed anew"],
      run: async (s) => {
        await enter(s, table, columns, values);
        await asAssistant(s, "try", `UPDATE ${table} SET ${set} WHERE workspace_id = $1`, [s.desk.id]);
        return clients(s, table);
      },
    }),
  ),
  {
    title: "The assistant relates somebody to another one in the client's name",
    no: "nothing",
    guards: ["line nobody re-links a relation in another's name"],
    run: async (s) => {
      const [tom, tim] = [await newPerson(s, s.desk, "Tom"), await newPerson(s, s.desk, "Tim")];
      await enter(s, "person_relations", "other_id, kind", `'${tom}', 'brother'`);
      await asAssistant(s, "try", "UPDATE person_relations SET other_id = $1", [tim]);
      return clients(s, "person_relations");
    },
  },
  {
    title: "The assistant says something of their own as if the client had, by a merge's verb",
    no: "nothing",
    guards: ["line a source goes to its own words alone"],
    run: async (s) => {
      const [kept, merged] = [await newPerson(s, s.desk, "Noor"), await noted(s, "Nor")];
      await newMerge(s, kept, merged);
      await asAssistant(s, "merge-people", "UPDATE persons SET note = 'Owes money' WHERE id = $1", [kept]);
      return sourcesOf(s, kept, "note", s.desk.client.id);
    },
  },
  {
    title: "The assistant says something of their own as if the client had, by the verb of an undo",
    no: "nothing",
    guards: ["line a source comes back to its own words alone"],
    run: async (s) => {
      const kept = await noted(s, "Noor");
      await newMerge(s, kept, await newPerson(s, s.desk, "Nor"));
      await asAssistant(s, "merge-people", "UPDATE persons SET note = 'Owes' WHERE id = $1", [kept]);
      await asAssistant(s, "undo-merge", "UPDATE persons SET note = 'Owes money' WHERE id = $1", [kept]);
      return sourcesOf(s, kept, "note", s.desk.client.id);
    },
  },
  {
    title: "What the client has deleted of somebody is still named by its source",
    no: "nothing",
    guards: ["line a source does not outlive its field", "trigger persons.y_sources_updated"],
    run: async (s) => {
      const noor = await noted(s, "Noor");
      await asAssistant(s, "try", "UPDATE persons SET note = '' WHERE id = $1", [noor]);
      return sourcesOf(s, noor, "note");
    },
  },
  {
    title: "A birthday that went to somebody else leaves its source behind",
    no: "nothing",
    guards: ["line a day leaves no source behind"],
    run: async (s) => {
      const [kept, merged] = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Nor")];
      const day = randomUUID();
      await newMerge(s, kept, merged);
      const birthday =
        "INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ($1, $2, $3, 'birthday', 5, 3)";
      await asAssistant(s, "try", birthday, [s.desk.id, day, merged]);
      await asAssistant(s, "try", "UPDATE person_dates SET person_id = $1 WHERE id = $2", [kept, day]);
      return sourcesOf(s, merged, `day:${day}`);
    },
  },
];
