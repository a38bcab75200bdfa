import type { Tx } from "@/lib/data/client";
import { isId, readCursor, writeCursor } from "@/lib/data/cursor";
import { foldWords } from "@/lib/data/search";
import { swappedLikes } from "@/lib/data/search-words";
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

/** How like a word must be to one of somebody's, from 0 to 1, to be meant for it. */
const LIKENESS = 0.5;

export type PeoplePage = { rows: PersonLine[]; more: string | null; total: number };

/**
 * A page of people in the order of their family names, of all or of one circle, who have every one of the words in their name,
 * nickname, organization, job, e-mail or phone; where nobody has, those who are spelled like them. Read by cursor; an unreadable
 * cursor starts again at the top.
 */
export async function listPeople(
  tx: Tx,
  workspaceId: string,
  wanted: { q: string; circle: Circle | null; cursor: string | null },
  limit: number,
): Promise<PeoplePage> {
  const circle = wanted.circle ? Prisma.sql`p.circles @> ARRAY[${wanted.circle}::text]` : Prisma.sql`true`;
  const here = Prisma.sql`p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND ${circle}`;
  const words = await foldWords(tx, wanted.q);
  if (words === null) return pageOf(tx, here, wanted.cursor, limit);
  const said = Prisma.sql`(p.search_text || ' ' || p.phones::text) LIKE ALL (${words.patterns}::text[])`;
  const saying = await pageOf(tx, Prisma.sql`${here} AND ${said}`, wanted.cursor, limit);
  if (saying.total > 0) return saying;
  const alike = Prisma.sql`(p.search_text LIKE ANY (${swappedLikes(words.typed)}::text[])
    OR (SELECT min(word_similarity(w, p.search_text)) FROM unnest(${words.typed.split(" ")}::text[]) w) >= ${LIKENESS}::real)`;
  return pageOf(tx, Prisma.sql`${here} AND ${alike}`, wanted.cursor, limit);
}

async function pageOf(
  tx: Tx,
  everybody: Prisma.Sql,
  cursor: string | null,
  limit: number,
): Promise<PeoplePage> {
  const after = placeAfter(cursor);
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
