import type { Tx } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";
import type { CheckedThing, CheckWay } from "@/lib/domain/calendar/check";
import type { EventDetail } from "@/lib/domain/calendar/event";

/** One time at which an entry happens; whole days with their dates, the end not included. */
export type RawTime = { startsAt: Date; endsAt: Date; startDate: string | null; endDate: string | null };

/**
 * The time of an entry that begins at an instant; else the next one that is not over at `now`, else the last there was. Null where it
 * does not happen at all.
 */
export async function findTimeOf(
  tx: Tx,
  workspaceId: string,
  eventId: string,
  at: Date | null,
  now: Date,
): Promise<RawTime | null> {
  const [row] = await tx.$queryRaw<RawTime[]>`
    SELECT o.starts_at AS "startsAt", o.ends_at AS "endsAt", to_char(o.start_date, 'YYYY-MM-DD') AS "startDate", to_char(o.end_date, 'YYYY-MM-DD') AS "endDate"
    FROM event_occurrences o WHERE o.workspace_id = ${workspaceId}::uuid AND o.event_id = ${eventId}::uuid
    ORDER BY o.starts_at = coalesce(${at}::timestamptz, 'infinity') DESC, (o.ends_at > ${now}) DESC, abs(extract(epoch FROM o.starts_at - ${now}::timestamptz)) LIMIT 1`;
  return row ?? null;
}

export type RawCheck = {
  id: string;
  confirmed: CheckedThing[];
  withWhom: string;
  how: CheckWay;
  otherZone: string | null;
  note: string;
  at: Date;
  by: string;
  role: Role;
};

/** The double-check that stands of exactly this time, place and link; null where there is none. */
export async function findCheckOf(
  tx: Tx,
  workspaceId: string,
  eventId: string,
  { startsAt, endsAt }: Pick<RawTime, "startsAt" | "endsAt">,
): Promise<RawCheck | null> {
  const [row] = await tx.$queryRaw<RawCheck[]>`
    SELECT k.id, k.confirmed, k.with_whom AS "withWhom", k.how, k.other_zone AS "otherZone", k.note, k.checked_at AS at, u.name AS by, k.checked_role AS role
    FROM event_checks k JOIN events e ON e.workspace_id = k.workspace_id AND e.id = k.event_id JOIN users u ON u.id = k.checked_by
    WHERE k.workspace_id = ${workspaceId}::uuid AND k.event_id = ${eventId}::uuid AND k.voided_at IS NULL AND k.starts_at = ${startsAt}
      AND k.ends_at = ${endsAt} AND k.place = e.location AND k.link = e.link LIMIT 1`;
  return row ?? null;
}

type EventSource = Pick<EventDetail, "calendarName" | "madeBy" | "isMadeByAgent"> & { readAt: Date | null };

/** Where an entry comes from: the calendar that keeps it, when that was last read, and who put it here ("" where that is not known). */
export async function findSourceOf(tx: Tx, workspaceId: string, eventId: string): Promise<EventSource> {
  const [row] = await tx.$queryRaw<EventSource[]>`
    SELECT k.name AS "calendarName", k.last_synced_at AS "readAt", coalesce(u.name, '') AS "madeBy", e.made_role = 'agent' AS "isMadeByAgent"
    FROM events e LEFT JOIN calendars k ON k.workspace_id = e.workspace_id AND k.id = e.calendar_id LEFT JOIN users u ON u.id = e.made_by
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.id = ${eventId}::uuid`;
  return row ?? { calendarName: null, readAt: null, madeBy: "", isMadeByAgent: false };
}
