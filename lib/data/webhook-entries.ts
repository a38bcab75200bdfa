import type { Tx } from "@/lib/data/client";
import { stillSeen } from "@/lib/data/log-lists";
import type { ActingRole } from "@/lib/domain/actor";
import type { ToldEntry } from "@/lib/domain/webhook/event";
import { Prisma } from "@/prisma/generated/client";

type Reader = { isClient: boolean };

/** How far one look goes: what is read is told before more is read. */
const WINDOW = 2000;
const MOST = 200;

/**
 * The next entries after `after` about `subjects`, oldest first, as far as whoever reads may see them and what they are about;
 * `to` is how far was looked. Refused attempts are nobody's news.
 */
export async function listEntriesToTell(
  tx: Tx,
  workspaceId: string,
  subjects: string[],
  { isClient }: Reader,
  { after, head }: { after: number; head: number },
): Promise<{ entries: ToldEntry[]; to: number }> {
  const end = Math.min(head, after + WINDOW);
  const seen = isClient ? Prisma.sql`true` : stillSeen;
  const rows = await tx.$queryRaw<RawEntry[]>`
    SELECT l.seq, l.at, l.by_role AS by, l.verb, l.subject, l.subject_id AS id, l.version, l.before IS NULL AS "isNew",
      ARRAY(SELECT jsonb_object_keys(l.after)) AS changed
    FROM log_entries l WHERE l.workspace_id = ${workspaceId}::uuid AND l.seq > ${after} AND l.seq <= ${end}
      AND l.refusal IS NULL AND l.subject = ANY (${subjects}::text[]) AND ${seen}
    ORDER BY l.seq LIMIT ${MOST}`;
  const last = rows.length === MOST ? rows.at(-1) : undefined;
  return { entries: rows.map(toTold), to: last ? Number(last.seq) : end };
}

/** Which of some entries whoever reads may see now. */
export async function listSeen(
  tx: Tx,
  workspaceId: string,
  seqs: number[],
  { isClient }: Reader,
): Promise<Set<number>> {
  if (seqs.length === 0) return new Set();
  const seen = isClient ? Prisma.sql`true` : stillSeen;
  const rows = await tx.$queryRaw<{ seq: bigint }[]>`
    SELECT l.seq FROM log_entries l WHERE l.workspace_id = ${workspaceId}::uuid AND l.seq = ANY (${seqs}::bigint[]) AND ${seen}`;
  return new Set(rows.map(({ seq }) => Number(seq)));
}

type RawEntry = {
  seq: bigint;
  at: Date;
  by: ActingRole;
  verb: string;
  subject: string;
  id: string | null;
  version: number | null;
  isNew: boolean;
  changed: string[];
};

function toTold({ seq, at, ...rest }: RawEntry): ToldEntry {
  return { ...rest, seq: Number(seq), at: at.toISOString() };
}
