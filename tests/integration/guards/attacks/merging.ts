import type { Attack, Scene } from "../../../support/fence/attack";
import { count, during, newPerson, newTask } from "../../../support/fence/world";
import { plant } from "./furnish";

const there = "FH006 fence: somebody who is there is merged into somebody who is there";
const theirs = "FH006 fence: what is said of somebody stays theirs, but for a merge";

function as(who: "client" | "assistant", s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  return during(s.app, s.desk[who], s.desk, async () => count(await s.app.query(sql, values)));
}

const leave = "UPDATE persons SET merged_into_id = $2, removed_at = now() WHERE id = $1";

/** Two people, and a merge of the first into the second that was written down and (`undone`) taken back. */
async function recordMerge(s: Scene, one: string, into: string, undone: boolean): Promise<void> {
  await s.sudo.query(
    `INSERT INTO person_merges (workspace_id, id, kept_id, merged_id, undo, undone_at, entered_role, entered_at)
     VALUES ($1, gen_random_uuid(), $2, $3, '{}', CASE WHEN $4 THEN now() END, 'client', now())`,
    [s.desk.id, into, one, undone],
  );
}

/** Somebody of the wider circle, with a birthday's task that is private to the client and may be delegated. */
async function privateBirthday(s: Scene): Promise<string> {
  const personId = await newPerson(s, s.desk, "Noor");
  const id = await newTask(s, s.desk, { tag: "delegable", isPrivate: true, personId });
  await s.sudo.query("UPDATE tasks SET kind = 'birthday' WHERE id = $1", [id]);
  return personId;
}

async function looseBirthdays(s: Scene): Promise<number> {
  const { rows } = await s.sudo.query(
    "SELECT FROM tasks WHERE workspace_id = $1 AND kind = 'birthday' AND tag = 'delegable'",
    [s.desk.id],
  );
  return rows.length;
}

/** Around fence 6: two who become one, and what is said of either. */
export const merging: Attack[] = [
  {
    title: "The assistant merges somebody into one who is off the desk",
    no: there,
    guards: ["line whom one is merged into is there"],
    run: async (s) => {
      const [noor, gone] = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Nor")];
      await s.sudo.query("UPDATE persons SET removed_at = now() WHERE id = $1", [gone]);
      return as("assistant", s, leave, [noor, gone]);
    },
  },
  {
    title: "The assistant lets somebody merged lead to another person",
    no: there,
    guards: ["line whoever is merged was there"],
    run: async (s) => {
      const [noor, kept, another] = [
        await newPerson(s, s.desk, "Noor"),
        await newPerson(s, s.desk, "Nor"),
        await newPerson(s, s.desk, "Tom"),
      ];
      await as("assistant", s, leave, [noor, kept]);
      return as("assistant", s, leave, [noor, another]);
    },
  },
  {
    title: "The client merges somebody of whom everything must be her into one who is only greeted",
    no: "FH006 fence: somebody is merged into one of circles as strict",
    guards: ["line everything stays the client's in a merge"],
    run: async (s) => {
      await s.sudo.query(
        "INSERT INTO circles (workspace_id, key, name, default_tag) VALUES ($1, 'family', 'Family', 'must-be-you')",
        [s.desk.id],
      );
      return as("client", s, leave, [
        await newPerson(s, s.desk, "Noor", false, ["family"]),
        await newPerson(s, s.desk, "Nor", false, ["inner"]),
      ]);
    },
  },
  {
    title: "The assistant moves a birthday by a merge that was taken back",
    no: "FH006 fence: a day stays whose it is, but for a merge",
    guards: ["line a merge that was taken back moves no days"],
    run: async (s) => {
      const [noor, nor] = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Nor")];
      await recordMerge(s, noor, nor, true);
      await s.sudo.query(
        "INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ($1, gen_random_uuid(), $2, 'birthday', 5, 3)",
        [s.desk.id, noor],
      );
      return as("assistant", s, "UPDATE person_dates SET person_id = $1", [nor]);
    },
  },
  ...["person_facts", "person_relations", "contacts", "promises"].flatMap((table): Attack[] => [
    {
      title: `The assistant says of somebody else what ${table} say of Noor`,
      no: theirs,
      run: async (s) => {
        await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
        return as("assistant", s, `UPDATE ${table} SET person_id = $1`, [await newPerson(s, s.desk, "Tom")]);
      },
    },
    {
      title: `The assistant moves ${table} by a merge that was taken back long ago`,
      no: theirs,
      guards: ["line an undo moves what is said only as it happens"],
      run: async (s) => {
        const [noor, nor] = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Nor")];
        await plant(s, s.desk, nor);
        await recordMerge(s, noor, nor, true);
        return as("assistant", s, `UPDATE ${table} SET person_id = $1`, [noor]);
      },
    },
  ]),
  {
    title: "What is private about somebody stays loose when the assistant moves them nearer",
    no: "nothing",
    guards: ["trigger persons.e_tighten_nearer"],
    run: async (s) => {
      const noor = await privateBirthday(s);
      await as("assistant", s, "UPDATE persons SET circles = '{inner}' WHERE id = $1", [noor]);
      return looseBirthdays(s);
    },
  },
  {
    title: "What is private about somebody stays loose when the assistant merges them into one who is near",
    no: "nothing",
    guards: ["trigger persons.e_tighten_followed"],
    run: async (s) => {
      const noor = await privateBirthday(s);
      await as("assistant", s, leave, [noor, await newPerson(s, s.desk, "Nor", false, ["inner"])]);
      return looseBirthdays(s);
    },
  },
  {
    title: "The assistant writes down that somebody was merged twice",
    no: "23505 person_merges_one_at_a_time",
    run: async (s) => {
      const [noor, nor] = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Nor")];
      await recordMerge(s, noor, nor, false);
      return as(
        "assistant",
        s,
        "INSERT INTO person_merges (workspace_id, id, kept_id, merged_id, undo) VALUES ($1, gen_random_uuid(), $2, $3, '{}')",
        [s.desk.id, await newPerson(s, s.desk, "Tom"), noor],
      );
    },
  },
  ...(["INSERT", "DELETE"] as const).map(
    (how): Attack => ({
      title: `That two are two is not written into the log, by ${how}`,
      no: "nothing",
      guards: [`trigger distinct_people.z_log_${how === "INSERT" ? "inserted" : "deleted"}`],
      run: async (s) => {
        const two = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Nor")].sort();
        const values = [s.desk.id, ...two];
        const insert = "INSERT INTO distinct_people (workspace_id, one_id, other_id) VALUES ($1, $2, $3)";
        if (how === "INSERT") await as("assistant", s, insert, values);
        else {
          await s.sudo.query(insert, values);
          await as("assistant", s, "DELETE FROM distinct_people");
        }
        const { rows } = await s.sudo.query(
          "SELECT FROM log_entries WHERE workspace_id = $1 AND subject = 'person' AND subject_id = ANY ($2::uuid[]) AND by_user = $3",
          [s.desk.id, two, s.desk.assistant.id],
        );
        return 2 - rows.length;
      },
    }),
  ),
  {
    title: "That somebody is not one who is private is told to the assistant",
    no: "nothing",
    guards: ["line that two are two is as private as either"],
    run: async (s) => {
      const two = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Dr Secret", true)].sort();
      await as(
        "client",
        s,
        "INSERT INTO distinct_people (workspace_id, one_id, other_id) VALUES ($1, $2, $3)",
        [s.desk.id, ...two],
      );
      return as("assistant", s, "SELECT FROM log_entries WHERE subject = 'person'");
    },
  },
  {
    title: "What the columns of a table mean is not written into the log",
    no: "nothing",
    guards: ["trigger csv_layouts.z_log_changed"],
    run: async (s) => {
      const sql = "INSERT INTO csv_layouts (workspace_id, heading_sum, mapping) VALUES ($1, 'sum', '{}')";
      await as("assistant", s, sql, [s.desk.id]);
      await as("assistant", s, `UPDATE csv_layouts SET mapping = '{"columns": []}'`);
      await as("assistant", s, "UPDATE csv_layouts SET used_at = now()");
      const { rows } = await s.sudo.query(
        "SELECT FROM log_entries WHERE workspace_id = $1 AND subject = 'desk' AND by_user = $2",
        [s.desk.id, s.desk.assistant.id],
      );
      return Math.abs(2 - rows.length);
    },
  },
  {
    title: "The assistant re-writes what a merge has to give back",
    no: "42501 permission denied for table person_merges",
    guards: ["grant UPDATE (undo) ON person_merges"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      return as("assistant", s, "UPDATE person_merges SET undo = '{}'");
    },
  },
  {
    title: "The assistant reads what has followed a merge unseen",
    no: "42501 permission denied for table followed",
    guards: ["grant SELECT ON fence.followed"],
    run: async (s) => {
      await s.sudo.query("INSERT INTO fence.followed VALUES ($1, $1, $1, 'person_facts', 'one')", [
        s.desk.id,
      ]);
      return as("assistant", s, "SELECT FROM fence.followed");
    },
  },
];
