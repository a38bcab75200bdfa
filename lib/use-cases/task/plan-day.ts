import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { findDeskDays } from "@/lib/data/day-tasks";
import type { NamedPerson } from "@/lib/data/people";
import { findPerson } from "@/lib/data/people";
import { listDates } from "@/lib/data/person-dates";
import { dayTaskInYear } from "@/lib/domain/person/day-task";
import { leadDaysOf } from "@/lib/domain/person/lead-days";
import { formatYearlyDate, nextOccurrence, type YearlyDate } from "@/lib/domain/person/yearly-date";
import { WIDER } from "@/lib/domain/policy/circles";
import type { QuickAddReading } from "@/lib/domain/task/quick-add";
import { sayDayOfYear, sayYearly } from "@/lib/domain/task/quick-add-days";

/** A yearly day that a line names, beside what is known of the person's days already. */
export type KnownDay = {
  kind: "birthday" | "anniversary";
  yearly: YearlyDate;
  /** How many days ahead the task appears, and what the day itself says about it (null: as usual). */
  leadDays: number;
  ownLeadDays: number | null;
  /** The next day on which it is kept, "YYYY-MM-DD" where the client lives. */
  day: string;
  title: string;
  /** As tasks keep it: "--05-03", "1980-05-03". */
  date: string;
  says: string;
  /** A sentence when another day is written down already. */
  problem: string | null;
};

/** Plans the yearly day of a birthday line; null for other kinds and for a line without a date or a person. */
export async function planDay(
  tx: Tx,
  workspaceId: string,
  reading: QuickAddReading,
  person: NamedPerson | null,
  personName: string | null,
  today: string,
): Promise<KnownDay | null> {
  if (reading.kind !== "birthday" || reading.date === null || personName === null || reading.date.problem)
    return null;
  const { leapDayRule } = await findDeskDays(tx, workspaceId);
  const kind = reading.kindWord === "anniversary" ? "anniversary" : "birthday";
  const known = person
    ? (await listDates(tx, workspaceId, [person.id])).filter((date) => date.kind === kind)
    : [];
  const typed = begun(reading.date.yearly, today);
  const same = known.find((date) => date.month === typed.month && date.day === typed.day);
  const yearly = { ...typed, year: typed.year ?? same?.year ?? null };
  const ownLeadDays = reading.leadDays ?? same?.leadDays ?? null;
  const whose = (person && (await findPerson(tx, workspaceId, person.id))) ?? somebodyNew;
  const { days: leadDays } = leadDaysOf(ownLeadDays, whose, await listCircles(tx, workspaceId));
  const day = nextOccurrence(yearly, today, leapDayRule);
  const task = dayTaskInYear(
    { id: "", kind, label: "", leadDays, ...yearly },
    personName,
    Number(day.slice(0, 4)),
    leapDayRule,
  );
  return {
    kind,
    yearly,
    leadDays,
    ownLeadDays,
    day,
    title: task.title,
    date: formatYearlyDate(yearly),
    says: sayYearly(yearly),
    problem: whyNotThisDay(kind, personName, yearly, known),
  };
}

const somebodyNew = { circles: [WIDER], leadDays: null };

/** "3 May 2027", typed in 2026, is when it is kept next and not when it began. */
function begun(date: YearlyDate, today: string): YearlyDate {
  const year = date.year === null ? "" : String(date.year).padStart(4, "0");
  const isAhead =
    `${year}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}` >= today;
  return isAhead && year !== "" ? { ...date, year: null } : date;
}

function whyNotThisDay(
  kind: KnownDay["kind"],
  name: string,
  yearly: YearlyDate,
  known: YearlyDate[],
): string | null {
  if (kind !== "birthday" || known.length === 0) return null;
  const same = known.find((date) => date.month === yearly.month && date.day === yearly.day);
  if (same && (same.year === null || same.year === yearly.year)) return null;
  const other = same ?? known[0];
  if (!other) return null;
  const year = other.year === null ? "" : ` ${other.year}`;
  return `${name}’s birthday is written down as ${sayDayOfYear(other)}${year}. Change it on their page if that is wrong.`;
}
