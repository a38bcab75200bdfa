import { clientDeclined } from "@/lib/data/client-answer";
import { andMerged, mergedNow } from "@/lib/data/merged-people";
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
    WHERE m.ends_at <= ${at} AND lower(m.status) <> 'cancelled' AND coalesce(lower(m.answer), '') <> 'declined' AND NOT m.is_declined`;
}

/**
 * Every time of every event to which one of somebody's addresses was asked; once an event and time, whatever the addresses.
 * `answer` is theirs, `is_declined` says that the client declined.
 */
export function meetings(workspaceId: string, personIds: string[] | null): Prisma.Sql {
  const of = (column: Prisma.Sql) =>
    personIds === null ? Prisma.sql`true` : Prisma.sql`${column} = ANY (${personIds}::uuid[])`;
  return Prisma.sql`
    SELECT DISTINCT ON (a.person_id, e.id, o.starts_at) a.person_id, e.id, e.summary, e.status, e.is_private, e.answer, e.is_declined, o.starts_at, o.ends_at,
      o.start_date IS NOT NULL AS all_day
    FROM (
      SELECT p.id AS person_id, lower(x ->> 'value') AS address FROM persons p, jsonb_array_elements(p.emails) x
      WHERE p.workspace_id = ${workspaceId}::uuid AND ${of(Prisma.sql`p.id`)}
      UNION SELECT f.person_id, lower(f.value) FROM person_facts f
      WHERE f.workspace_id = ${workspaceId}::uuid AND ${of(Prisma.sql`f.person_id`)} AND f.kind = 'email' AND f.removed_at IS NULL
    ) a JOIN (
      SELECT v.id, v.summary, v.status, v.is_private, y ->> 'status' AS answer, lower(y ->> 'email') AS address,
        ${clientDeclined(workspaceId, Prisma.sql`v.attendees`)} AS is_declined
      FROM events v, jsonb_array_elements(v.attendees) y
      WHERE v.workspace_id = ${workspaceId}::uuid AND v.removed_at IS NULL AND v.attendees <> '[]'
    ) e ON e.address = a.address
    JOIN event_occurrences o ON o.workspace_id = ${workspaceId}::uuid AND o.event_id = e.id
    ORDER BY a.person_id, e.id, o.starts_at, (lower(coalesce(e.answer, '')) = 'declined')`;
}
