import type { Tx } from "@/lib/data/client";
import { clientDeclined } from "@/lib/data/client-answer";
import { clientAddresses } from "@/lib/data/event-invitations";
import type { GuestNamed } from "@/lib/data/guest-people";
import { mergedNow } from "@/lib/data/merged-people";
import type { GuestReplies } from "@/lib/domain/calendar/note-reply";
import type { DateKind } from "@/lib/domain/person/person";
import { whisperLimits as most } from "@/lib/domain/person/whisper";
import type { Tag, TaskKind } from "@/lib/domain/task/task";
import { Prisma } from "@/prisma/generated/client";

/** Everything about somebody that may stand on a whisper card, as far as the transaction may see it. */
export type RawCard = {
  id: string;
  name: string;
  saidAs: string;
  nicknames: string[];
  circles: string[];
  organization: string;
  jobTitle: string;
  language: string | null;
  zone: string | null;
  isPrivate: boolean;
  picture: number | null;
  isDead: boolean;
  diedOn: string | null;
  howMet: string;
  careful: string;
  since: Date | null;
  promises: { whose: "client" | "person"; text: string; dueOn: string | null }[];
  relations: { kind: string; name: string; note: string; isOfOther: boolean }[];
  facts: { kind: "topic" | "like" | "avoid"; value: string }[];
  days: { kind: DateKind; label: string; month: number; day: number; year: number | null }[];
  tasks: { id: string; kind: TaskKind; title: string; tag: Tag; dueAt: string | null; dueAllDay: boolean }[];
};

/**
 * The cards of these people, by name. One question for all of them; every table answers by its own policies, so that what is
 * private to the client is not there for anybody else.
 */
export function listRawCards(tx: Tx, workspaceId: string, personIds: string[]): Promise<RawCard[]> {
  if (personIds.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<RawCard[]>`
    SELECT p.id, p.name, p.said_as AS "saidAs", p.nicknames, p.organization, p.job_title AS "jobTitle", p.language, p.zone, p.is_private AS "isPrivate",
      (SELECT c.version FROM person_pictures c WHERE c.workspace_id = p.workspace_id AND c.id = p.id AND c.removed_at IS NULL) AS picture,
      p.is_dead AS "isDead", to_char(p.died_on, 'YYYY-MM-DD') AS "diedOn", p.how_met AS "howMet", p.careful,
      ARRAY(SELECT c.name FROM unnest(p.circles) WITH ORDINALITY AS k (key, place) JOIN circles c ON c.workspace_id = p.workspace_id AND c.key = k.key
        ORDER BY k.place) AS circles,
      least((SELECT min(c.at) FROM contacts c WHERE c.workspace_id = p.workspace_id AND c.person_id = p.id AND c.removed_at IS NULL),
        (SELECT min(g.at) FROM gestures g WHERE g.workspace_id = p.workspace_id AND g.person_id = ANY (ARRAY(SELECT p.id UNION ALL
          SELECT x.merged_id FROM ${mergedNow(workspaceId)} x WHERE x.kept_id = p.id)) AND g.undone_at IS NULL AND g.outcome = 'done')) AS since,
      coalesce((SELECT jsonb_agg(jsonb_build_object('whose', x.whose, 'text', x.text, 'dueOn', to_char(x.due_on, 'YYYY-MM-DD')) ORDER BY x.due_on NULLS LAST, x.entered_at)
        FROM (SELECT r.* FROM promises r WHERE r.workspace_id = p.workspace_id AND r.person_id = p.id AND r.removed_at IS NULL AND r.kept_at IS NULL
          ORDER BY r.due_on NULLS LAST, r.entered_at LIMIT ${most.promises}) x), '[]') AS promises,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', x.kind, 'name', x.name, 'note', x.note, 'isOfOther', x.of_other) ORDER BY x.of_other, x.entered_at, x.id) FROM (
        SELECT r.id, r.kind, r.note, r.entered_at, r.person_id <> p.id AS of_other, coalesce(o.name, r.other_name) AS name
        FROM person_relations r LEFT JOIN persons o ON o.workspace_id = r.workspace_id AND o.removed_at IS NULL
          AND o.id = CASE WHEN r.person_id = p.id THEN r.other_id ELSE r.person_id END
        WHERE r.workspace_id = p.workspace_id AND p.id IN (r.person_id, r.other_id) AND r.removed_at IS NULL
        ORDER BY of_other, r.entered_at, r.id LIMIT ${most.relations}) x WHERE x.name <> ''), '[]') AS relations,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', f.kind, 'value', f.value) ORDER BY f.entered_at DESC, f.id) FROM person_facts f
        WHERE f.workspace_id = p.workspace_id AND f.person_id = p.id AND f.removed_at IS NULL AND f.kind IN ('topic', 'like', 'avoid')), '[]') AS facts,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', d.kind, 'label', d.label, 'month', d.month, 'day', d.day, 'year', d.year) ORDER BY d.month, d.day, d.id)
        FROM person_dates d WHERE d.workspace_id = p.workspace_id AND d.person_id = p.id AND d.removed_at IS NULL), '[]') AS days,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'title', x.title, 'tag', x.tag, 'dueAt', x.due_at, 'dueAllDay', x.due_all_day)
          ORDER BY x.urgency, x.sort_at, x.id)
        FROM (SELECT t.* FROM tasks t WHERE t.workspace_id = p.workspace_id AND t.person_id = p.id AND t.merged_into_id IS NULL
          AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting') ORDER BY t.urgency, t.sort_at, t.id LIMIT ${most.tasks}) x), '[]') AS tasks
    FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ANY (${personIds}::uuid[]) AND p.removed_at IS NULL
    ORDER BY p.sort_name, p.id`;
}

/** The exact words that went out with these tasks, by task. */
export async function findWordsOf(
  tx: Tx,
  workspaceId: string,
  taskIds: string[],
): Promise<Map<string, string>> {
  const gestures = await tx.gesture.findMany({
    where: { workspaceId, taskId: { in: taskIds }, undoneAt: null, words: { not: "" } },
    select: { taskId: true, words: true },
  });
  return new Map(gestures.map(({ taskId, words }) => [taskId, words]));
}

/**
 * An entry of the calendar at one of its times, with who is asked to come. `attendees` as they were read from a file,
 * `startDate` the plain day of a whole-day one ("YYYY-MM-DD"); `isDeclined`: the client said that they do not come.
 */
export type RawMeeting = {
  eventId: string;
  summary: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  startDate: string | null;
  isPrivate: boolean;
  isDeclined: boolean;
  /** Its double-check is open. */
  isUnconfirmed: boolean;
  attendees: (GuestNamed & Pick<GuestReplies, "days"> & { status?: string | null })[];
};

/** Meetings that begin after `from` and until `to` and are not called off. The first 200. */
export function listMeetings(tx: Tx, workspaceId: string, from: Date, to: Date): Promise<RawMeeting[]> {
  return tx.$queryRaw<RawMeeting[]>`
    ${meetingsOf(workspaceId)} AND o.starts_at > ${from} AND o.starts_at <= ${to} ORDER BY o.starts_at, e.id LIMIT 200`;
}

/** The next time of an entry that begins after `at`, or else its last one by then; null for one that is absent or called off. */
export async function findMeeting(
  tx: Tx,
  workspaceId: string,
  eventId: string,
  at: Date,
): Promise<RawMeeting | null> {
  const [next] = await tx.$queryRaw<RawMeeting[]>`
    ${meetingsOf(workspaceId)} AND e.id = ${eventId}::uuid AND o.starts_at > ${at} ORDER BY o.starts_at LIMIT 1`;
  if (next) return next;
  const [last] = await tx.$queryRaw<RawMeeting[]>`
    ${meetingsOf(workspaceId)} AND e.id = ${eventId}::uuid AND o.starts_at <= ${at} ORDER BY o.starts_at DESC LIMIT 1`;
  return last ?? null;
}

function meetingsOf(workspaceId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT e.id AS "eventId", e.summary, e.location AS place, o.starts_at AS "startsAt", o.ends_at AS "endsAt", e.all_day AS "allDay",
      to_char(o.start_date, 'YYYY-MM-DD') AS "startDate", (e.is_private OR o.is_private) AS "isPrivate",
      ${clientDeclined(workspaceId)} AS "isDeclined",
      EXISTS (SELECT 1 FROM tasks t WHERE t.workspace_id = o.workspace_id AND t.kind = 'meeting-check' AND t.fields ->> 'eventId' = o.event_id::text
        AND t.fields ->> 'startsAt' = to_char(o.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AND t.merged_into_id IS NULL
        AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')) AS "isUnconfirmed",
      CASE jsonb_typeof(e.attendees) WHEN 'array' THEN e.attendees ELSE '[]' END AS attendees
    FROM event_occurrences o JOIN events e ON e.workspace_id = o.workspace_id AND e.id = o.event_id
    WHERE o.workspace_id = ${workspaceId}::uuid AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED'`;
}

/** The addresses of those who sit at this desk themselves, in small letters, the client's accounts among them: they need no card of each other. */
export async function listOwnEmails(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ email: string }[]>`
    SELECT lower(u.email) AS email FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = ${workspaceId}::uuid AND m.ended_at IS NULL
    UNION SELECT c.address FROM (${clientAddresses(workspaceId)}) c`;
  return rows.map((row) => row.email);
}

/** Which of these keys a member was mailed already. */
export async function listSentKeys(
  tx: Tx,
  workspaceId: string,
  userId: string,
  keys: string[],
): Promise<Set<string>> {
  const sent = await tx.sentNotice.findMany({
    where: { workspaceId, userId, key: { in: keys } },
    select: { key: true },
  });
  return new Set(sent.map((notice) => notice.key));
}

/** Whether an entry still happens at this very time, and is not called off. */
export async function stillHappens(
  tx: Tx,
  workspaceId: string,
  eventId: string,
  startsAt: Date,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ yes: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM event_occurrences o JOIN events e ON e.workspace_id = o.workspace_id AND e.id = o.event_id
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.event_id = ${eventId}::uuid AND o.starts_at = ${startsAt}
        AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED') AS yes`;
  return row?.yes === true;
}
