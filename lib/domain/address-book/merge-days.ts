import type { CardDay, KnownDay } from "@/lib/domain/person/fill-in";

/** One thing to do to somebody's days. */
export type DayChange =
  | { what: "add"; day: CardDay }
  | { what: "set"; id: string; day: CardDay }
  | { what: "remove"; id: string };

/** Brings what changed among a card's days here. A day that both sides moved is a conflict, and stays as it is here. */
export function mergeDays(
  was: CardDay[],
  is: CardDay[],
  here: KnownDay[],
): { changes: DayChange[]; conflicts: string[] } {
  const changes: DayChange[] = [];
  const conflicts: string[] = [];
  const keys = new Set([...was, ...is].map(keyOf));
  for (const key of keys) {
    const [before, now, ours] = [was, is, here].map((days) => days.find((day) => keyOf(day) === key));
    if (same(now, before) || same(now, ours)) continue;
    if (!same(ours, before)) conflicts.push(`day:${key}`);
    else if (now && ours) changes.push({ what: "set", id: (ours as KnownDay).id, day: now });
    else if (now) changes.push({ what: "add", day: now });
    else changes.push({ what: "remove", id: (ours as KnownDay).id });
  }
  return { changes, conflicts };
}

/** Somebody has one birthday and one anniversary; other days are told apart by their names. */
function keyOf({ kind, label }: CardDay): string {
  return kind === "other" ? `other:${label}` : kind;
}

function same(a: CardDay | undefined, b: CardDay | undefined): boolean {
  return a?.month === b?.month && a?.day === b?.day && a?.year === b?.year;
}
