import type { Tx } from "@/lib/data/client";
import { andMerged } from "@/lib/data/merged-people";
import { meetings } from "@/lib/data/real-contacts";
import type { StoryEntry, StoryKind } from "@/lib/domain/person/story";
import { Prisma } from "@/prisma/generated/client";

/** Where a page of the story goes on: behind this instant (ISO UTC), kind and id. */
export type StoryCursor = { at: string; kind: StoryKind; id: string };

type Row = {
  kind: StoryKind;
  id: string;
  at: Date;
  year: number;
  is_private: boolean;
  says: Record<string, never>;
};

type Asked = {
  zone: string;
  at: Date;
  kind: StoryKind | null;
  after: StoryCursor | null;
  limit: number;
};

/**
 * What happened with somebody, the latest first, of all kinds or of one: each kind gives its own first few behind the cursor,
 * so that a long story costs what a page of it does. Meetings that are still to come stand on top.
 */
export async function listStory(
  tx: Tx,
  workspaceId: string,
  personId: string,
  asked: Asked,
): Promise<{ entries: StoryEntry[]; more: StoryCursor | null }> {
  const { zone, at, kind, after, limit } = asked;
  const parts = kinds(workspaceId, personId, at)
    .filter(([name]) => kind === null || kind === name)
    .map(([name, select]) => {
      const behind = after
        ? Prisma.sql`(date_trunc('milliseconds', k.at), ${name}, k.id::text) < (${after.at}::timestamptz, ${after.kind}, ${after.id})`
        : Prisma.sql`true`;
      return Prisma.sql`(SELECT ${name} AS kind, k.id::text AS id, date_trunc('milliseconds', k.at) AS at, k.is_private, k.says FROM (${select}) k
        WHERE ${behind} ORDER BY date_trunc('milliseconds', k.at) DESC, k.id::text DESC LIMIT ${limit + 1})`;
    });
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.*, extract(year FROM s.at AT TIME ZONE ${zone})::int AS year FROM (${Prisma.join(parts, " UNION ALL ")}) s
    ORDER BY s.at DESC, s.kind DESC, s.id DESC LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: page.map(toEntry),
    more: rows.length > limit && last ? { at: last.at.toISOString(), kind: last.kind, id: last.id } : null,
  };
}

function toEntry({ says, is_private, at, ...row }: Row): StoryEntry {
  return { ...row, ...says, at: at.toISOString(), isPrivate: is_private } as unknown as StoryEntry;
}

/** Each kind as id, at, is_private and what its entry says (lib/domain/person/story.ts). */
function kinds(workspaceId: string, personId: string, at: Date): [StoryKind, Prisma.Sql][] {
  const about = (table: string) =>
    Prisma.sql`${Prisma.raw(table)}.workspace_id = ${workspaceId}::uuid AND ${Prisma.raw(table)}.person_id = ANY (${andMerged(workspaceId, [personId])})`;
  const iso = (column: string) =>
    Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
  return [
    [
      "gesture",
      Prisma.sql`SELECT g.id, g.at, (g.is_private OR t.is_private) AS is_private, jsonb_build_object('taskId', t.id, 'taskKind', t.kind, 'title', t.title,
          'outcome', g.outcome, 'by', coalesce(u.name, ''), 'role', g.by_role, 'note', g.note, 'words', g.words, 'undoneAt', ${iso("g.undone_at")}) AS says
        FROM gestures g JOIN tasks t ON t.workspace_id = g.workspace_id AND t.id = g.task_id LEFT JOIN users u ON u.id = g.by_user WHERE ${about("g")}`,
    ],
    [
      "message",
      Prisma.sql`SELECT t.id, coalesce(t.received_at, t.created_at) AS at, t.is_private, jsonb_build_object('taskId', t.id, 'from',
          coalesce(t.message ->> 'from', ''), 'service', coalesce(t.message ->> 'service', ''), 'text', left(t.message ->> 'text', 4000)) AS says
        FROM tasks t WHERE ${about("t")} AND t.state <> 'withdrawn' AND coalesce(t.message ->> 'text', '') <> ''`,
    ],
    [
      "meeting",
      Prisma.sql`SELECT m.id::text || ':' || extract(epoch FROM m.starts_at)::bigint AS id, m.starts_at AS at, m.is_private, jsonb_build_object(
          'title', m.summary, 'allDay', m.all_day, 'isCancelled', lower(m.status) = 'cancelled', 'isComing', m.ends_at > ${at},
          'notAgreed', CASE WHEN m.is_declined THEN 'client-declined' WHEN lower(m.answer) = 'declined' THEN 'they-declined' WHEN NOT m.is_promised THEN 'open' END) AS says
        FROM (${meetings(workspaceId, [personId])}) m WHERE m.starts_at < ${at}::timestamptz + interval '90 days'`,
    ],
    [
      "contact",
      Prisma.sql`SELECT c.id, c.at, c.is_private, jsonb_build_object('version', c.version, 'how', c.how, 'note', c.note, 'by', coalesce(u.name, ''), 'role', c.entered_role) AS says
        FROM contacts c LEFT JOIN users u ON u.id = c.entered_by WHERE ${about("c")} AND c.removed_at IS NULL`,
    ],
    [
      "promise",
      Prisma.sql`SELECT x.id, x.entered_at AS at, x.is_private, jsonb_build_object('version', x.version, 'whose', x.whose, 'text', x.text,
          'dueOn', x.due_on, 'keptAt', ${iso("x.kept_at")}, 'by', coalesce(u.name, ''), 'role', x.entered_role) AS says
        FROM promises x LEFT JOIN users u ON u.id = x.entered_by WHERE ${about("x")} AND x.removed_at IS NULL`,
    ],
  ];
}
