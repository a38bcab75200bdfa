import type { Attack, Scene } from "../../../support/fence/attack";
import { count, newPerson, newTask } from "../../../support/fence/world";
import { plant } from "./furnish";

/** As if every trigger of a table had been talked round: its owner, with none of them firing. Nothing is kept. */
async function withoutTriggers(s: Scene, table: string, sql: string, values: unknown[]): Promise<number> {
  await s.owner.query(`BEGIN; ALTER TABLE ${table} DISABLE TRIGGER USER`);
  try {
    return count(await s.owner.query(sql, values));
  } finally {
    await s.owner.query("ROLLBACK");
  }
}

/** A row about Noor that says what it must not. `:other` is somebody else on the desk, `:theirs` a stranger's person. */
function row(title: string, no: string, table: string, set: string): Attack {
  return {
    title: `A broken trigger lets ${title}`,
    no,
    run: async (s) => {
      const noor = await newPerson(s, s.desk, "Noor");
      const names: Record<string, string> = {
        ":other": await plant(s, s.desk, noor),
        ":task": await newTask(s, s.stranger),
        ":theirs": await newPerson(s, s.stranger, "Quince Grower"),
      };
      const key = table === "circles" ? "workspace_id = $1 AND key = 'wider'" : "id = $1";
      const said = set.replaceAll(/:\w+/g, (name) => `'${names[name]}'`);
      return withoutTriggers(s, table, `UPDATE ${table} SET ${said} WHERE ${key}`, [
        table === "circles" ? s.desk.id : noor,
      ]);
    },
  };
}

const nowhere = "23514 merged_people_are_off_the_desk";
const inNone = "23514 persons_in_a_circle";

/** The checks and keys on the rows about people, each met alone. */
export const rows: Attack[] = [
  row("somebody merged be on the desk", nowhere, "persons", "merged_into_id = :other"),
  row("somebody be merged into themselves", nowhere, "persons", "merged_into_id = id, removed_at = now()"),
  row("somebody be in no circle", inNone, "persons", "circles = '{}'"),
  row("somebody's nearest circle be another", inNone, "persons", "circle = 'inner'"),
  row(
    "somebody's nearest circle be none",
    "23503 persons_workspace_id_circle_fkey",
    "persons",
    "circle = 'none', circles = '{none}'",
  ),
  row(
    "somebody be merged into a stranger's person",
    "23503 persons_workspace_id_merged_into_id_fkey",
    "persons",
    "merged_into_id = :theirs, removed_at = now()",
  ),
  row(
    "somebody come with a stranger's file",
    "23503 persons_workspace_id_import_id_fkey",
    "persons",
    "import_id = :theirs",
  ),
  row("one be merged with themselves", "23514 two_are_merged", "person_merges", "kept_id = merged_id"),
  row(
    "a merge keep a stranger's person",
    "23503 person_merges_workspace_id_kept_id_fkey",
    "person_merges",
    "kept_id = :theirs",
  ),
  row(
    "a merge take a stranger's person away",
    "23503 person_merges_workspace_id_merged_id_fkey",
    "person_merges",
    "merged_id = :theirs",
  ),
  row(
    "a picture be a page with a script",
    "23514 person_pictures_media_type_check",
    "person_pictures",
    "media_type = 'image/svg+xml'",
  ),
  row(
    "a picture be larger than a megabyte",
    "23514 person_pictures_bytes_check",
    "person_pictures",
    "bytes = decode(repeat('00', 1048577), 'hex')",
  ),
  row("a picture be empty", "23514 person_pictures_bytes_check", "person_pictures", "bytes = ''"),
  row(
    "a picture be of a stranger's person",
    "23503 person_pictures_workspace_id_id_fkey",
    "person_pictures",
    "id = :theirs",
  ),
  row(
    "a circle ask for a tag that there is not",
    "23514 circles_default_tag_check",
    "circles",
    "default_tag = 'perhaps'",
  ),
  row(
    "a circle's meetings be checked half a year before",
    "23514 circles_check_hours_check",
    "circles",
    "check_hours = 4380",
  ),
  ...["person_facts", "person_relations", "contacts", "promises"].map((table) =>
    row(
      `${table} be about a stranger's person`,
      `23503 ${table}_workspace_id_person_id_fkey`,
      table,
      "person_id = :theirs",
    ),
  ),
  row(
    "somebody be related to a stranger's person",
    "23503 person_relations_workspace_id_other_id_fkey",
    "person_relations",
    "other_id = :theirs",
  ),
  row(
    "somebody be related to themselves",
    "23514 person_relations_check",
    "person_relations",
    "other_id = person_id",
  ),
  row(
    "a promise be kept by a stranger's task",
    "23503 promises_workspace_id_task_id_fkey",
    "promises",
    "task_id = :task",
  ),
];
