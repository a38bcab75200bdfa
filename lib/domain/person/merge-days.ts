/** The yearly days of two people who are one: the same day stands once, and somebody has one birthday. */
import type { DateKind } from "@/lib/domain/person/person";

export type MergeDay = {
  id: string;
  kind: DateKind;
  label: string;
  month: number;
  day: number;
  year: number | null;
};

/** Days that move to the kept one, days that go, and years that a staying day learns from the one that goes (`twins`). */
export type MergedDays = {
  moved: string[];
  removed: string[];
  years: { id: string; year: number }[];
  /** Of each day that goes because the same one stays: whose open task is folded into whose. */
  twins: { gone: string; stays: string }[];
};

/** @param birthday whose birthday stays where both have one and they differ. */
export function mergeDays(kept: MergeDay[], merged: MergeDay[], birthday: "kept" | "merged"): MergedDays {
  const plan: MergedDays = { moved: [], removed: [], years: [], twins: [] };
  for (const day of merged) {
    const twin = kept.find((one) => isSameDay(one, day));
    const rival = day.kind === "birthday" ? kept.find((one) => one.kind === "birthday") : undefined;
    if (twin) {
      plan.removed.push(day.id);
      plan.twins.push({ gone: day.id, stays: twin.id });
      if (twin.year === null && day.year !== null) plan.years.push({ id: twin.id, year: day.year });
    } else if (rival && birthday === "kept") {
      plan.removed.push(day.id);
    } else {
      plan.moved.push(day.id);
      if (rival) plan.removed.push(rival.id);
    }
  }
  return { ...plan, removed: [...new Set(plan.removed)] };
}

function isSameDay(a: MergeDay, b: MergeDay): boolean {
  const isOneYear = a.year === null || b.year === null || a.year === b.year;
  return (
    a.kind === b.kind &&
    a.month === b.month &&
    a.day === b.day &&
    isOneYear &&
    (a.kind !== "other" || a.label === b.label)
  );
}
