import { clientDeclined } from "@/lib/data/client-answer";
import { andMerged, mergedNow } from "@/lib/data/merged-people";
import { peopleAt } from "@/lib/data/people-at";
import { type ContactHow, kindsOfContact } from "@/lib/domain/person/contact";
import type { TaskKind } from "@/lib/domain/task/task";
import { Prisma } from "@/prisma/generated/client";

/** A row of {@link realContacts}. */
export type RawContact = {
  personId: string;
  at: Date;
  source: "gesture" | "contact" | "meeting";
  how: ContactHow | TaskKind;
  title: string;
  note: string;
  byUser: string | null;
  taskId: string | null;
  isPrivate: boolean;
};

/**
 * Everything that was real contact by `at`, as the transaction may see it, of everybody (`null`) or of these people: the rule
 * of lib/domain/person/contact.ts (isRealContact), asked of all rows at once.
 */
export function realContacts(workspaceId: string, personIds: string[] | null, at: Date): Prisma.Sql {
  const of = (column: Prisma.Sql) =>
    personIds === null ? Prisma.sql`true` : Prisma.sql`${column} = ANY (${personIds}::uuid[])`;
  return Prisma.sql`
    SELECT coalesce(k.kept_id, g.person_id) AS "personId", g.at, 'gesture' AS source, t.kind AS how, t.title, g.note, g.by_user AS "byUser", t.id AS "taskId",
      (g.is_private OR t.is_private) AS "isPrivate"
    FROM gestures g JOIN tasks t ON t.workspace_id = g.workspace_id AND t.id = g.task_id
    LEFT JOIN ${mergedNow(workspaceId)} k ON k.merged_id = g.person_id AND k.is_last
    WHERE g.workspace_id = ${workspaceId}::uuid AND ${personIds === null ? Prisma.sql`true` : Prisma.sql`g.person_id = ANY (${andMerged(workspaceId, personIds)})`} AND g.person_id IS NOT NULL AND g.undone_at IS NULL
      AND g.outcome = 'done' AND g.at <= ${at} AND t.kind = ANY (${[...kindsOfContact]}::text[])
    UNION ALL
    SELECT c.person_id, c.at, 'contact', c.how, '', c.note, c.entered_by, NULL, c.is_private FROM contacts c
    WHERE c.workspace_id = ${workspaceId}::uuid AND ${of(Prisma.sql`c.person_id`)} AND c.removed_at IS NULL AND c.at <= ${at}
    UNION ALL
    SELECT m.person_id, m.starts_at, 'meeting', 'meeting', m.summary, '', NULL, NULL, m.is_private
    FROM (${meetings(workspaceId, personIds)}) m
    WHERE m.ends_at <= ${at} AND lower(m.status) <> 'cancelled' AND coalesce(lower(m.answer), '') <> 'declined' AND NOT m.is_declined AND m.is_promised`;
}

/**
 * Every time of every event to which somebody was asked, picked from the people of the desk or by one of their addresses, as
 * {@link findGuestIds} has it: of several who share an address, the one who is called so. Once an event and time, whatever the
 * addresses. `answer` is theirs, as answerFor (lib/domain/calendar/note-reply.ts) has it of this time; `is_declined` says that the client
 * declined, `is_promised` that it does not wait for their yes.
 */
export function meetings(workspaceId: string, personIds: string[] | null): Prisma.Sql {
  const of = (column: Prisma.Sql) =>
    personIds === null ? Prisma.sql`true` : Prisma.sql`${column} = ANY (${personIds}::uuid[])`;
  const ofMerged =
    personIds === null ? Prisma.sql`true` : Prisma.sql`p.id = ANY (${andMerged(workspaceId, personIds)})`;
  const sharing =
    personIds === null
      ? Prisma.sql`SELECT address, name FROM theirs WHERE is_here AND address IS NOT NULL`
      : Prisma.sql`SELECT x.address, x.name FROM (${peopleAt(workspaceId, Prisma.sql`ARRAY(SELECT address FROM theirs)`)}) x`;
  const answer = Prisma.sql`CASE WHEN a.days IS NULL THEN a.answer ELSE coalesce(a.days ->> coalesce(to_char(o.start_date, 'YYYY-MM-DD'),
      to_char(o.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), a.answer) END`;
  return Prisma.sql`
    WITH asked AS MATERIALIZED (
      SELECT v.id, y ->> 'status' AS answer, y -> 'days' AS days, lower(y ->> 'email') AS address, lower(btrim(coalesce(y ->> 'name', ''))) AS name, y ->> 'personId' AS picked
      FROM events v, jsonb_array_elements(v.attendees) y
      WHERE v.workspace_id = ${workspaceId}::uuid AND v.removed_at IS NULL AND v.attendees <> '[]'),
    theirs AS MATERIALIZED (
      SELECT p.id AS person_id, lower(x ->> 'value') AS address, lower(p.name) AS name, p.removed_at IS NULL AS is_here FROM persons p, jsonb_array_elements(p.emails) x
      WHERE p.workspace_id = ${workspaceId}::uuid AND ${of(Prisma.sql`p.id`)}
      UNION SELECT f.person_id, lower(f.value), lower(p.name), p.removed_at IS NULL FROM person_facts f JOIN persons p ON p.workspace_id = f.workspace_id AND p.id = f.person_id
      WHERE f.workspace_id = ${workspaceId}::uuid AND ${of(Prisma.sql`f.person_id`)} AND f.kind = 'email' AND f.removed_at IS NULL),
    sharing AS MATERIALIZED (${sharing}),
    there AS (
      SELECT t.person_id, g.id, g.answer, g.days FROM theirs t JOIN asked g ON g.address = t.address AND g.picked IS NULL
      LEFT JOIN sharing s ON s.address = g.address AND s.name = g.name WHERE g.name = t.name OR s.address IS NULL
      UNION ALL
      SELECT coalesce(k.kept_id, p.id), g.id, g.answer, g.days FROM asked g JOIN persons p ON p.workspace_id = ${workspaceId}::uuid AND p.id::text = g.picked
      LEFT JOIN ${mergedNow(workspaceId)} k ON k.merged_id = p.id AND k.is_last WHERE ${ofMerged})
    SELECT DISTINCT ON (a.person_id, e.id, o.starts_at) a.person_id, e.id, e.summary, e.status, e.is_private, ${answer} AS answer,
      ${clientDeclined(workspaceId)} AS is_declined, (NOT e.held AND e.answer <> 'needs-action') AS is_promised, o.starts_at, o.ends_at, o.start_date IS NOT NULL AS all_day
    FROM there a JOIN events e ON e.workspace_id = ${workspaceId}::uuid AND e.id = a.id
    JOIN event_occurrences o ON o.workspace_id = ${workspaceId}::uuid AND o.event_id = e.id
    ORDER BY a.person_id, e.id, o.starts_at, (lower(coalesce(${answer}, '')) = 'declined')`;
}
