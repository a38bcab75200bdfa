import type { Tx } from "@/lib/data/client";
import type { NewPersonDate } from "@/lib/data/people";
import type { DayOfPerson } from "@/lib/domain/person/day-task";
import { DEFAULT_LEAD_DAYS } from "@/lib/domain/person/person";
import type { Circle } from "@/lib/domain/policy/default-tags";

export type StoredDate = DayOfPerson & { personId: string };

/** A yearly day with what its task needs to know of whose it is. */
export type DayWithPerson = StoredDate & { name: string; circle: Circle; isPrivate: boolean };

/** The yearly days of these people, in the order of the year. */
export function listDates(tx: Tx, workspaceId: string, personIds: string[]): Promise<StoredDate[]> {
  if (personIds.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<StoredDate[]>`
    SELECT id, person_id AS "personId", kind, label, month, day, year, lead_days AS "leadDays" FROM person_dates
    WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL
    ORDER BY month, day, id`;
}

/** Writes many days down at once, with ids of the caller's making. */
export async function insertDates(
  tx: Tx,
  workspaceId: string,
  dates: (NewPersonDate & { id: string })[],
): Promise<void> {
  if (dates.length === 0) return;
  const rows = dates.map((date) => ({
    ...date,
    label: date.label ?? "",
    leadDays: date.leadDays ?? DEFAULT_LEAD_DAYS,
  }));
  await tx.$executeRaw`
    INSERT INTO person_dates (workspace_id, id, person_id, kind, label, month, day, year, lead_days)
    SELECT ${workspaceId}::uuid, x.id, x."personId", x.kind, x.label, x.month, x.day, x.year, x."leadDays"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (id uuid, "personId" uuid, kind text, label text, month int, day int, year int,
      "leadDays" int)`;
}

/** Changes a day, or takes it away (`removedAt`). */
export async function saveDate(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: Partial<Omit<NewPersonDate, "personId">> & { removedAt?: Date | null },
): Promise<void> {
  await tx.personDate.updateMany({ where: { workspaceId, id, removedAt: null }, data: change });
}

/** Takes away every day of these people. */
export async function removeDatesOf(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE person_dates SET removed_at = ${at}
    WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND removed_at IS NULL`;
}

/**
 * Days that may be within their lead days on `today` ("YYYY-MM-DD"), of everybody or of these people. Months count as 31
 * days, so a few too many come back, never too few: the domain judges (dayTaskFor).
 */
export function listDaysAhead(
  tx: Tx,
  workspaceId: string,
  today: string,
  personIds: string[] | null,
): Promise<DayWithPerson[]> {
  const [month, day] = today.split("-").slice(1).map(Number) as [number, number];
  const slot = month * 31 + day;
  return tx.$queryRaw<DayWithPerson[]>`
    SELECT d.id, d.person_id AS "personId", d.kind, d.label, d.month, d.day, d.year, d.lead_days AS "leadDays", p.name, p.circle,
      p.is_private AS "isPrivate"
    FROM person_dates d JOIN persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id AND p.removed_at IS NULL
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.removed_at IS NULL
      AND (${personIds}::uuid[] IS NULL OR d.person_id = ANY (${personIds}::uuid[]))
      AND (((d.month * 31 + d.day) - ${slot}::int + 372) % 372 <= d.lead_days + 10 OR (d.month = 2 AND d.day = 29))`;
}
