import type { Tx } from "@/lib/data/client";
import { isId, readCursor, writeCursor } from "@/lib/data/cursor";
import { likeOf } from "@/lib/data/search-words";
import type { Circle } from "@/lib/domain/policy/default-tags";
import { Prisma } from "@/prisma/generated/client";

/** One line of the list of people, as stored. */
export type PersonLine = {
  id: string;
  name: string;
  circle: Circle;
  circles: Circle[];
  isDead: boolean;
  diedOn: string | null;
  organization: string;
  jobTitle: string;
  isPrivate: boolean;
};

export type PeoplePage = { rows: PersonLine[]; more: string | null; total: number };

/**
 * A page of people in the order of their family names, of all or of one circle, whose name, nickname, organization,
 * e-mail or phone has every one of the words. Read by cursor; an unreadable cursor starts again at the top.
 */
export async function listPeople(
  tx: Tx,
  workspaceId: string,
  wanted: { q: string; circle: Circle | null; cursor: string | null },
  limit: number,
): Promise<PeoplePage> {
  const conditions = [Prisma.sql`p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL`];
  if (wanted.circle) conditions.push(Prisma.sql`p.circles @> ARRAY[${wanted.circle}::text]`);
  for (const word of wanted.q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = likeOf(word);
    conditions.push(
      Prisma.sql`(p.name ILIKE ${like} OR p.sort_name LIKE ${like} OR p.organization ILIKE ${like}
        OR array_to_string(p.nicknames, ' ') ILIKE ${like} OR p.emails::text ILIKE ${like} OR p.phones::text ILIKE ${like})`,
    );
  }
  const everybody = Prisma.join(conditions, " AND ");
  const after = placeAfter(wanted.cursor);
  const rows = await tx.$queryRaw<(PersonLine & { sort_name: string })[]>`
    SELECT p.id, p.name, p.circle, p.circles, p.is_dead AS "isDead", p.died_on::text AS "diedOn", p.organization, p.job_title AS "jobTitle", p.is_private AS "isPrivate", p.sort_name
    FROM persons p WHERE ${everybody}
      AND ${after ? Prisma.sql`(p.sort_name, p.id) > (${after[0]}, ${after[1]}::uuid)` : Prisma.sql`true`}
    ORDER BY p.sort_name, p.id LIMIT ${limit + 1}`;
  const [counted] = await tx.$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM persons p WHERE ${everybody}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ sort_name: _, ...line }) => line),
    more: rows.length > limit && last ? writeCursor([last.sort_name, last.id]) : null,
    total: counted?.n ?? 0,
  };
}

function placeAfter(cursor: string | null): [string, string] | null {
  const [sortName = "", id] = readCursor(cursor, 2) ?? [];
  return isId(id) && !sortName.includes("\0") ? [sortName, id] : null;
}
