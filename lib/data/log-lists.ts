import type { Tx } from "@/lib/data/client";
import type { ActingRole, Door, Role } from "@/lib/domain/actor";
import { kindsToAnswer } from "@/lib/domain/gesture/how-done";
import type { LoggedChange } from "@/lib/domain/history/entry";
import type { HistoryFilter } from "@/lib/domain/history/view";
import { Prisma } from "@/prisma/generated/client";

/** An entry with its place in the chain, as the client may take it away. Hashes in hexadecimal. */
export type ChainedEntry = LoggedChange & { version: number | null; prevHash: string; hash: string };

type RawEntry = {
  seq: bigint;
  at: Date;
  by_name: string | null;
  by_role: ActingRole;
  door: Door;
  verb: string;
  subject: string;
  subject_id: string | null;
  subject_name: string | null;
  asks_for_answer: boolean | null;
  of_agent: boolean;
  version: number | null;
  before: LoggedChange["before"];
  after: LoggedChange["after"];
  refusal: string | null;
  prev_hash: string;
  hash: string;
};

/** How far back one page looks at most: whoever asks for something rare is given a cursor, never a slow page. */
const window = 5000;

/**
 * A page of the log, the latest first, and the cursor after it. Somebody who is not the client is not told of what they
 * may not see now, even where it was open to them when it happened (Fence 7).
 */
export async function listLog(
  tx: Tx,
  workspaceId: string,
  filter: HistoryFilter,
  reader: { isClient: boolean },
  before: number,
  limit: number,
): Promise<{ entries: LoggedChange[]; more: number | null }> {
  const indexed = filter.refused || filter.subject !== null;
  const conditions = [Prisma.sql`l.workspace_id = ${workspaceId}::uuid`, Prisma.sql`l.seq < ${before}`];
  if (!indexed) conditions.push(Prisma.sql`l.seq >= ${before - window}`);
  if (filter.refused) conditions.push(Prisma.sql`l.refusal IS NOT NULL`);
  if (filter.subject)
    conditions.push(Prisma.sql`l.subject_id = ANY (${aboutSubject(workspaceId, filter.subject)})`);
  if (filter.who === "system") conditions.push(Prisma.sql`l.by_role = 'system'`);
  else if (filter.who) conditions.push(Prisma.sql`l.by_user = ${filter.who}::uuid`);
  if (!filter.rows && !indexed)
    conditions.push(Prisma.sql`NOT (l.verb LIKE '%import%' AND l.subject <> 'import')`);
  if (!reader.isClient) conditions.push(stillSeen);
  conditions.push(Prisma.sql`NOT (${followsAlone})`);
  const rows = await tx.$queryRaw<RawEntry[]>`
    SELECT ${columns} FROM (
      SELECT l.* FROM log_entries l WHERE ${Prisma.join(conditions, " AND ")} ORDER BY l.seq DESC LIMIT ${limit + 1}
    ) l ${joins} ORDER BY l.seq DESC`;
  const entries = rows.slice(0, limit).map(toLogged);
  const last = entries.at(-1);
  if (rows.length > limit && last) return { entries, more: last.seq };
  return { entries, more: !indexed && before - window > 1 ? before - window : null };
}

/** The next entries after a sequence number, oldest first, with their hashes: the whole chain, a piece at a time. */
export async function listChain(
  tx: Tx,
  workspaceId: string,
  after: number,
  limit: number,
): Promise<ChainedEntry[]> {
  const rows = await tx.$queryRaw<RawEntry[]>`
    SELECT ${columns} FROM (
      SELECT l.* FROM log_entries l WHERE l.workspace_id = ${workspaceId}::uuid AND l.seq > ${after} ORDER BY l.seq LIMIT ${limit}
    ) l ${joins} ORDER BY l.seq`;
  return rows.map((row) => ({
    ...toLogged(row),
    version: row.version,
    prevHash: row.prev_hash,
    hash: row.hash,
  }));
}

/** Everybody who is, or was, a member: for choosing whose deeds to read. */
export async function listEverMembers(
  tx: Tx,
  workspaceId: string,
): Promise<{ userId: string; name: string; role: Role }[]> {
  return tx.$queryRaw`
    SELECT m.user_id AS "userId", u.name, m.role FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${workspaceId}::uuid ORDER BY m.role DESC, u.name LIMIT 200`;
}

/** What a task, person or event is called, as far as the transaction may see it. */
export async function findSubjectName(tx: Tx, workspaceId: string, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    SELECT title AS name FROM tasks WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
    UNION ALL SELECT name FROM persons WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
    UNION ALL SELECT summary FROM events WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid LIMIT 1`;
  return row?.name || null;
}

/** What belongs to a task's words: seen, and called, as the task is. */
const ofWords = Prisma.sql`'draft', 'draft-version', 'draft-comment', 'draft-attachment', 'approval', 'sending', 'decision', 'proof'`;

const columns = Prisma.sql`l.seq, l.at, who.name AS by_name, l.by_role, l.door, l.verb, l.subject, l.subject_id, l.version, l.before, l.after,
  l.refusal, encode(l.prev_hash, 'hex') AS prev_hash, encode(l.hash, 'hex') AS hash,
  CASE l.subject WHEN 'task' THEN t.title WHEN 'person' THEN p.name WHEN 'person-date' THEN dp.name
    WHEN 'fact' THEN fp.name WHEN 'relation' THEN rp.name WHEN 'event' THEN nullif(e.summary, '')
    WHEN 'contact' THEN kp.name WHEN 'promise' THEN kp.name
    WHEN 'member' THEN mu.name WHEN 'invitation' THEN i.email WHEN 'import' THEN im.file_name WHEN 'account' THEN a.name WHEN 'circle' THEN ci.name
    WHEN 'phrase' THEN ph.title WHEN 'protected-time' THEN nullif(pt.title, '') WHEN 'feed' THEN fe.name WHEN 'webhook' THEN wh.name WHEN 'program' THEN pr.name WHEN 'token' THEN tk.name WHEN 'agent' THEN ag.name WHEN 'calendar' THEN ka.name WHEN 'event-check' THEN nullif(ke.summary, '') ELSE wt.title END AS subject_name,
  t.kind = ANY (${[...kindsToAnswer]}) AS asks_for_answer,
  l.subject = 'member' AND EXISTS (SELECT FROM agents x WHERE x.workspace_id = l.workspace_id AND x.user_id = l.subject_id) AS of_agent`;

const joins = Prisma.sql`LEFT JOIN users who ON who.id = l.by_user
  LEFT JOIN tasks t ON l.subject = 'task' AND t.workspace_id = l.workspace_id AND t.id = l.subject_id
  LEFT JOIN persons p ON l.subject = 'person' AND p.workspace_id = l.workspace_id AND p.id = l.subject_id
  LEFT JOIN person_dates d ON l.subject = 'person-date' AND d.workspace_id = l.workspace_id AND d.id = l.subject_id
  LEFT JOIN persons dp ON dp.workspace_id = d.workspace_id AND dp.id = d.person_id
  LEFT JOIN person_facts f ON l.subject = 'fact' AND f.workspace_id = l.workspace_id AND f.id = l.subject_id
  LEFT JOIN persons fp ON fp.workspace_id = f.workspace_id AND fp.id = f.person_id
  LEFT JOIN person_relations r ON l.subject = 'relation' AND r.workspace_id = l.workspace_id AND r.id = l.subject_id
  LEFT JOIN persons rp ON rp.workspace_id = r.workspace_id AND rp.id = r.person_id
  LEFT JOIN contacts kc ON l.subject = 'contact' AND kc.workspace_id = l.workspace_id AND kc.id = l.subject_id
  LEFT JOIN promises km ON l.subject = 'promise' AND km.workspace_id = l.workspace_id AND km.id = l.subject_id
  LEFT JOIN persons kp ON kp.workspace_id = l.workspace_id AND kp.id = coalesce(kc.person_id, km.person_id)
  LEFT JOIN events e ON l.subject = 'event' AND e.workspace_id = l.workspace_id AND e.id = l.subject_id
  LEFT JOIN users mu ON l.subject = 'member' AND mu.id = l.subject_id
  LEFT JOIN invitations i ON l.subject = 'invitation' AND i.workspace_id = l.workspace_id AND i.id = l.subject_id
  LEFT JOIN imports im ON l.subject = 'import' AND im.workspace_id = l.workspace_id AND im.id = l.subject_id
  LEFT JOIN circles ci ON l.subject = 'circle' AND ci.workspace_id = l.workspace_id AND ci.id = l.subject_id
  LEFT JOIN phrases ph ON l.subject = 'phrase' AND ph.workspace_id = l.workspace_id AND ph.id = l.subject_id
  LEFT JOIN protected_times pt ON l.subject = 'protected-time' AND pt.workspace_id = l.workspace_id AND pt.id = l.subject_id
  LEFT JOIN feeds fe ON l.subject = 'feed' AND fe.workspace_id = l.workspace_id AND fe.id = l.subject_id
  LEFT JOIN api_tokens tk ON l.subject = 'token' AND tk.workspace_id = l.workspace_id AND tk.id = l.subject_id
  LEFT JOIN users ag ON l.subject = 'agent' AND ag.id = l.subject_id
  LEFT JOIN oauth_grants pr ON l.subject = 'program' AND pr.workspace_id = l.workspace_id AND pr.id = l.subject_id
  LEFT JOIN webhooks wh ON l.subject = 'webhook' AND wh.workspace_id = l.workspace_id AND wh.id = l.subject_id
  LEFT JOIN calendars ka ON l.subject = 'calendar' AND ka.workspace_id = l.workspace_id AND ka.id = l.subject_id
  LEFT JOIN event_checks ek ON l.subject = 'event-check' AND ek.workspace_id = l.workspace_id AND ek.id = l.subject_id
  LEFT JOIN events ke ON ke.workspace_id = ek.workspace_id AND ke.id = ek.event_id
  LEFT JOIN tasks wt ON l.subject IN (${ofWords}) AND wt.workspace_id = l.workspace_id AND wt.id = fence.task_of(l.workspace_id, l.subject, l.subject_id)
  LEFT JOIN accounts a ON l.subject = 'account' AND a.workspace_id = l.workspace_id AND a.id = l.subject_id`;

/** The subject itself; of somebody also the facts and relations that are theirs, of a task its words and questions. */
function aboutSubject(workspaceId: string, id: string): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT ${id}::uuid
    UNION ALL SELECT f.id FROM person_facts f WHERE f.workspace_id = ${workspaceId}::uuid AND f.person_id = ${id}::uuid
    UNION ALL SELECT r.id FROM person_relations r WHERE r.workspace_id = ${workspaceId}::uuid AND ${id}::uuid IN (r.person_id, r.other_id)
    UNION ALL SELECT q.id FROM decisions q WHERE q.workspace_id = ${workspaceId}::uuid AND q.task_id = ${id}::uuid
    UNION ALL SELECT x.id FROM drafts d CROSS JOIN LATERAL (SELECT d.id
      UNION ALL SELECT v.id FROM draft_versions v WHERE v.workspace_id = d.workspace_id AND v.draft_id = d.id
      UNION ALL SELECT c.id FROM draft_comments c WHERE c.workspace_id = d.workspace_id AND c.draft_id = d.id
      UNION ALL SELECT f.id FROM draft_attachments f WHERE f.workspace_id = d.workspace_id AND f.draft_id = d.id
      UNION ALL SELECT p.id FROM approvals p WHERE p.workspace_id = d.workspace_id AND p.draft_id = d.id
      UNION ALL SELECT s.id FROM sendings s WHERE s.workspace_id = d.workspace_id AND s.draft_id = d.id
      UNION ALL SELECT k.id FROM proofs k WHERE k.workspace_id = d.workspace_id AND k.draft_id = d.id) x
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.task_id = ${id}::uuid)`;
}

/**
 * What an entry is about can be seen by whoever asks: the tables' own policies answer. That something became private stays in
 * the log for open windows; nobody reads it here. What stands in no line, whoever is not the client is not told of.
 */
export const stillSeen = Prisma.sql`CASE l.subject
  WHEN 'task' THEN EXISTS (SELECT 1 FROM tasks s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'person' THEN EXISTS (SELECT 1 FROM persons s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'person-date' THEN EXISTS (SELECT 1 FROM person_dates s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'fact' THEN EXISTS (SELECT 1 FROM person_facts s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'relation' THEN EXISTS (SELECT 1 FROM person_relations s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'event' THEN EXISTS (SELECT 1 FROM events s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'contact' THEN EXISTS (SELECT 1 FROM contacts s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'promise' THEN EXISTS (SELECT 1 FROM promises s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'picture' THEN EXISTS (SELECT 1 FROM person_pictures s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'merge' THEN EXISTS (SELECT 1 FROM person_merges s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'calendar' THEN EXISTS (SELECT 1 FROM calendars s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'feed' THEN EXISTS (SELECT 1 FROM feeds s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'event-check' THEN EXISTS (SELECT 1 FROM event_checks s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'program' THEN EXISTS (SELECT 1 FROM oauth_grants s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'webhook' THEN EXISTS (SELECT 1 FROM webhooks s WHERE s.workspace_id = l.workspace_id AND s.id = l.subject_id)
  WHEN 'phrase' THEN true WHEN 'voice' THEN true WHEN 'proof-key' THEN true
  ELSE l.subject IN (${ofWords}) AND EXISTS (SELECT 1 FROM tasks s WHERE s.workspace_id = l.workspace_id AND s.id = fence.task_of(l.workspace_id, l.subject, l.subject_id))
    OR l.subject IN ('desk', 'member', 'invitation', 'account', 'import', 'circle', 'day-off', 'weekly-note', 'protected-time') END`;

/**
 * What the database wrote beside what somebody did, and another line says already: that a draft counts one version more, that
 * it is approved, that an approval ended with it, that approved words wait, the check that a task was done by, and a program's token.
 */
const followsAlone = Prisma.sql`l.refusal IS NULL AND (
  l.subject = 'draft' AND l.before IS NOT NULL AND (l.after - 'latest' = '{}'::jsonb OR l.after ->> 'state' = 'approved')
  OR l.subject = 'event-check' AND (l.before IS NULL OR l.after ->> 'void_why' = 'undone')
  OR l.subject = 'approval' AND l.before IS NOT NULL
  OR l.subject = 'token' AND l.verb IN ('sign-program-in', 'end-program')
  OR l.subject = 'sending' AND (l.before IS NULL AND l.after ->> 'approval_id' IS NOT NULL OR l.after ->> 'state' = 'stopped'))`;

function toLogged(row: RawEntry): LoggedChange {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    by: { name: row.by_name, role: row.by_role },
    door: row.door,
    verb: row.verb,
    subject: row.subject,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    ...(row.asks_for_answer ? { asksForAnswer: true } : {}),
    ...(row.of_agent ? { isOfAgent: true } : {}),
    before: row.before,
    after: row.after,
    refusal: row.refusal,
  };
}
