import type { Tx } from "@/lib/data/client";
import type { StoredDate } from "@/lib/data/person-dates";
import type { Circle } from "@/lib/domain/policy/default-tags";
import { openStates } from "@/lib/domain/task/task";
import { Prisma } from "@/prisma/generated/client";

/**
 * Keeps open all-day tasks on their day when the desk moves to another zone: what was due on a day is due on the same day
 * there, and what sleeps until a day begins sleeps until it begins there. Gives how many.
 */
export function moveDaysToZone(tx: Tx, workspaceId: string, from: string, to: string): Promise<number> {
  const there = (instant: Prisma.Sql) =>
    Prisma.sql`(${instant} AT TIME ZONE ${from})::date::timestamp AT TIME ZONE ${to}`;
  const begins = Prisma.sql`(snoozed_until AT TIME ZONE ${from})::time = '00:00'`;
  return tx.$executeRaw`
    UPDATE tasks SET due_at = CASE WHEN due_all_day THEN ${there(Prisma.sql`due_at`)} ELSE due_at END,
      snoozed_until = CASE WHEN ${begins} THEN ${there(Prisma.sql`snoozed_until`)} ELSE snoozed_until END
    WHERE workspace_id = ${workspaceId}::uuid AND state = ANY (${[...openStates]}::text[]) AND ((due_all_day AND due_at IS NOT NULL) OR ${begins})`;
}

/** Somebody with a day on 29 February, or who died on one; `dates` are those days alone. */
export type LeapPerson = {
  id: string;
  name: string;
  circles: Circle[];
  leadDays: number | null;
  diedOn: string | null;
  dates: StoredDate[];
};

/** Everybody with a day on 29 February, as far as the transaction may see. */
export async function listLeapPeople(tx: Tx, workspaceId: string): Promise<LeapPerson[]> {
  type Row = Omit<LeapPerson, "dates">;
  const dates = await tx.$queryRaw<StoredDate[]>`
    SELECT id, person_id AS "personId", kind, label, month, day, year, lead_days AS "leadDays" FROM person_dates
    WHERE workspace_id = ${workspaceId}::uuid AND month = 2 AND day = 29 AND removed_at IS NULL`;
  const people = await tx.$queryRaw<Row[]>`
    SELECT id, name, circles, lead_days AS "leadDays", died_on::text AS "diedOn" FROM persons
    WHERE workspace_id = ${workspaceId}::uuid AND removed_at IS NULL
      AND (id = ANY (${dates.map((date) => date.personId)}::uuid[]) OR to_char(died_on, 'MM-DD') = '02-29')`;
  return people.map((one) => ({ ...one, dates: dates.filter((date) => date.personId === one.id) }));
}
