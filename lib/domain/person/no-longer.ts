import type { Actor } from "@/lib/domain/actor";
import { readDayKey } from "@/lib/domain/person/day-task";
import { firstName } from "@/lib/domain/person/first-name";
import { parseYearlyDate, type YearlyDate } from "@/lib/domain/person/yearly-date";
import type { TaskKind } from "@/lib/domain/task/task";

/** What an open task was made for, as far as it is known now: `day` null is one that is not written down any more. */
export type MadeFor = {
  kind: TaskKind;
  sourceKey: string | null;
  /** The yearly day that the task itself says, "--11-28" or "1986-11-28". */
  date: string | undefined;
  person: { id: string; name: string; isDead: boolean } | null;
  day: YearlyDate | null;
};

/** Why what an open task was made for is no longer so; null where it still is, or nobody knows. */
export function whyNoLonger({ kind, sourceKey, date, person, day }: MadeFor): string | null {
  const key = readDayKey(sourceKey);
  if (person?.isDead && !key?.isRemembrance && (key || kind === "birthday" || kind === "keep-in-touch"))
    return `${person.name} has died.`;
  if (!key || key.id === person?.id) return null;
  if (day === null) return "The day that this was made for is no longer written down.";
  const said = date === undefined ? null : parseYearlyDate(date);
  if (said === null || (said.month === day.month && said.day === day.day)) return null;
  return `The day that is written down now is ${sayDay(day)}.`;
}

/** The same for whoever reads it, with who may do something about it. */
export function sayNoLonger(
  why: string,
  canTakeBack: boolean,
  reader: Pick<Actor, "role" | "clientName">,
): string {
  return canTakeBack || reader.role === "client"
    ? why
    : `${why} Only ${firstName(reader.clientName)} can take this task back.`;
}

function sayDay(day: YearlyDate): string {
  const said = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long" });
  return said.format(Date.UTC(2000, day.month - 1, day.day));
}
