import type { Scene } from "../../../support/fence/attack";
import { newPerson } from "../../../support/fence/world";

/** One row in every table about what is known of somebody, on a desk, past every guard. `id` is everybody's. */
export async function plant(
  s: Scene,
  desk: { id: string; client: { id: string } },
  person: string,
  { isPrivate = false, by = desk.client.id }: { isPrivate?: boolean; by?: string } = {},
): Promise<string> {
  const other = await newPerson(s, desk as Scene["desk"], "Somebody else");
  const [one, two] = [person, other].sort();
  for (const [table, values] of [
    ["person_facts (person_id, kind, value, ENTRY", `'${person}', 'like', 'Tea'`],
    ["person_relations (person_id, other_id, kind, ENTRY", `'${person}', '${other}', 'friend'`],
    ["contacts (person_id, at, how, ENTRY", `'${person}', now(), 'call'`],
    ["promises (person_id, whose, text, ENTRY", `'${person}', 'client', 'A book'`],
    ["person_merges (kept_id, merged_id, undo, ENTRY", `'${person}', '${other}', '{}'`],
  ] as const)
    await s.sudo.query(
      `INSERT INTO ${table.replace("ENTRY", "is_private, entered_by, entered_role, entered_at")}, workspace_id, id)
       VALUES (${values}, $2, $3, 'client', now(), $1, $4)`,
      [desk.id, isPrivate, by, person],
    );
  for (const sql of [
    "days_off (workspace_id, id, from_on, to_on) VALUES ($1, $2, '2026-01-01', '2026-01-02')",
    "person_pictures (workspace_id, id, media_type, bytes, sum) VALUES ($1, $2, 'image/png', '\\x00', '')",
    "fact_sources (workspace_id, person_id, field, by_role, door, verb, at) VALUES ($1, $2, 'note', 'client', 'screen', 'try', now())",
    "csv_layouts (workspace_id, heading_sum, mapping) VALUES ($1, $2::text, '{}')",
    "address_books (workspace_id, id, name, url, username, sealed) VALUES ($1, $2, 'Home', 'https://x.test', 'mira', '\\x00')",
    "address_book_cards (workspace_id, book_id, href, person_id) VALUES ($1, $2, '/one', $2)",
    "address_book_turns (workspace_id, book_id) VALUES ($1, $2)",
  ])
    await s.sudo.query(`INSERT INTO ${sql}`, [desk.id, person]);
  for (const sql of [
    "distinct_people (workspace_id, one_id, other_id) VALUES ($1, $2, $3)",
    "member_settings (workspace_id, user_id) VALUES ($1, $4) ON CONFLICT DO NOTHING",
    "saved_views (workspace_id, id, user_id, name, filter) VALUES ($1, gen_random_uuid(), $4, 'A view', '{}')",
    "sent_notices (workspace_id, user_id, key) VALUES ($1, $4, 'weekly:2026-01-01') ON CONFLICT DO NOTHING",
    "weekly_notes (workspace_id, id, text, written_by, written_at) VALUES ($1, $2, 'A line', $4, now())",
  ])
    await s.sudo.query(`WITH given AS (SELECT $2::uuid, $3::uuid, $4::uuid) INSERT INTO ${sql}`, [
      desk.id,
      one,
      two,
      by,
    ]);
  return other;
}
