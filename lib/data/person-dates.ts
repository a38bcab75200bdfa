import type { Tx } from "@/lib/data/client";
import type { NewPersonDate } from "@/lib/data/people";
import type { DayOfPerson } from "@/lib/domain/person/day-task";
import type { YearlyDate } from "@/lib/domain/person/yearly-date";
import type { Circle } from "@/lib/domain/policy/default-tags";
import { Prisma } from "@/prisma/generated/client";

/** A yearly day as stored. `leadDays` null: as the person and their circles say (lead-days.ts). */
export type StoredDate = Omit<DayOfPerson, "leadDays"> & { personId: string; leadDays: number | null };

/** A yearly day with what its task needs to know of whose it is. */
export type DayWithPerson = StoredDate & {
  name: string;
  circles: Circle[];
  personLeadDays: number | null;
  isDead: boolean;
  isRemembered: boolean;
  diedOn: string | null;
  isPrivate: boolean;
  /** "YYYY-MM-DD", the day since which this is known: as a day to keep, of somebody dead as one to remember. */
  knownOn: string;
};

/** Somebody dead whose day is kept, and since when. */
export type DeathDay = Omit<DayWithPerson, keyof StoredDate> & { personId: string; diedOn: string };

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
    leadDays: date.leadDays ?? null,
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

/** Of whom (null: everybody), on which day ("YYYY-MM-DD" in the desk's zone), and how many days back one looks as well. */
type DaysWanted = { personIds: string[] | null; today: string; zone: string; back: number };

/**
 * Days that may be within their lead days on `today`, or have passed in the days before. Months count as 31 days, so a few
 * too many come back, never too few: the domain judges (asked-day.ts). `mostLeadDays`: of any circle, or as usual.
 */
export function listDaysAhead(
  tx: Tx,
  workspaceId: string,
  { personIds, today, zone, back }: DaysWanted,
  mostLeadDays: number,
): Promise<DayWithPerson[]> {
  const [month, day] = today.split("-").slice(1).map(Number) as [number, number];
  const passed = back === 0 ? 0 : back + 10;
  const slot = month * 31 + day - passed;
  // A planner that has not seen a long import's new rows yet would walk through everybody again for every one of its days.
  const these = Prisma.sql`WITH these AS MATERIALIZED (
    SELECT id, workspace_id, name, circles, lead_days, is_dead, is_remembered, died_on, is_private, created_at, removed_at FROM persons WHERE workspace_id = ${workspaceId}::uuid AND id = ANY (${personIds}::uuid[]))`;
  return tx.$queryRaw<DayWithPerson[]>`
    ${personIds === null ? Prisma.empty : these}
    SELECT d.id, d.person_id AS "personId", d.kind, d.label, d.month, d.day, d.year, d.lead_days AS "leadDays", p.name, p.circles,
      p.lead_days AS "personLeadDays", p.is_dead AS "isDead", p.is_remembered AS "isRemembered", p.died_on::text AS "diedOn", p.is_private AS "isPrivate",
      ${dayIn(zone, Prisma.sql`CASE WHEN p.is_dead THEN greatest(d.known_since, ${rememberedSince}) ELSE d.known_since END`)} AS "knownOn"
    FROM ${personIds === null ? Prisma.sql`person_dates d JOIN persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id` : daysOfThese}
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.removed_at IS NULL AND p.removed_at IS NULL
      AND (NOT p.is_dead OR (p.is_remembered AND d.kind = 'birthday'))
      AND (((d.month * 31 + d.day) - ${slot}::int + 372) % 372 <= coalesce(d.lead_days, p.lead_days, ${mostLeadDays}::int) + 10 + ${passed}::int
        OR (d.month = 2 AND d.day = 29))`;
}

/** Everybody, or whoever of these, who has died on a known day that is to be kept. */
export function listDeathDays(
  tx: Tx,
  workspaceId: string,
  { personIds, zone }: Pick<DaysWanted, "personIds" | "zone">,
): Promise<DeathDay[]> {
  return tx.$queryRaw<DeathDay[]>`
    SELECT p.id AS "personId", p.name, p.circles, p.lead_days AS "personLeadDays", true AS "isDead", true AS "isRemembered", p.died_on::text AS "diedOn",
      p.is_private AS "isPrivate", ${dayIn(zone, rememberedSince)} AS "knownOn"
    FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND p.is_dead AND p.is_remembered AND p.died_on IS NOT NULL
      ${ofThese(Prisma.sql`p.id`, personIds)}`;
}

/** The birthdays of everybody who has died and is to be remembered. */
export function listRememberedBirthdays(
  tx: Tx,
  workspaceId: string,
): Promise<(YearlyDate & { id: string; personId: string; name: string; diedOn: string | null })[]> {
  return tx.$queryRaw`
    SELECT d.id, d.month, d.day, d.year, d.person_id AS "personId", p.name, p.died_on::text AS "diedOn"
    FROM person_dates d JOIN persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id AND p.removed_at IS NULL AND p.is_dead AND p.is_remembered
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.removed_at IS NULL AND d.kind = 'birthday'`;
}

/** The days of "these", looked up person by person: found by their index also while the planner knows nothing of the new rows. */
const daysOfThese = Prisma.sql`these p CROSS JOIN LATERAL (SELECT * FROM person_dates o WHERE o.workspace_id = p.workspace_id AND o.person_id = p.id OFFSET 0) d`;

/** When it was last written that somebody has died, on which day, or that they are to be remembered. */
const rememberedSince = Prisma.sql`coalesce((SELECT max(l.at) FROM log_entries l WHERE l.workspace_id = p.workspace_id AND l.subject_id = p.id
  AND l.subject = 'person' AND l.after ?| ARRAY['is_dead', 'died_on', 'is_remembered']), p.created_at)`;

function dayIn(zone: string, instant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${instant} AT TIME ZONE ${zone}, 'YYYY-MM-DD')`;
}

/** Left out where it is about everybody: "null, or one of these" would walk through everybody for every few people of a long import. */
function ofThese(column: Prisma.Sql, personIds: string[] | null): Prisma.Sql {
  return personIds === null ? Prisma.empty : Prisma.sql`AND ${column} = ANY (${personIds}::uuid[])`;
}
