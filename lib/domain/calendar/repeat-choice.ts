/** How an entry repeats, as a person chooses it; write-repeat.ts makes a rule of it, read-repeat.ts reads one. */
import { daysInMonth } from "@/lib/domain/calendar/civil-date";

export const repeatHows = ["never", "daily", "weekly", "monthly", "yearly", "other"] as const;
export type RepeatHow = (typeof repeatHows)[number];
/** On which day of a month: the same number, its last day, the same weekday in its week, or the last such weekday. */
export type MonthWay = "day" | "last-day" | "weekday" | "last-weekday";

/**
 * What is chosen. `weekdays`: Monday 0 … Sunday 6, for weeks, beside the one of the first time, which goes without saying. `until` is a day, included; `times` counts the first, too.
 * `other` holds a rule that this form cannot show; it stays as it is.
 */
export type RepeatChoice = {
  how: RepeatHow;
  every: number;
  weekdays: number[];
  month: MonthWay;
  end: "never" | "until" | "times";
  until: string;
  times: number;
  other: string;
};

export const neverAgain: RepeatChoice = {
  how: "never",
  every: 1,
  weekdays: [],
  month: "day",
  end: "never",
  until: "",
  times: 10,
  other: "",
};

/** Which ways a month has for a day: the last ones only where it is a last one. */
export function monthWays(day: string): MonthWay[] {
  const { date, length, nth } = inMonth(day);
  return [
    "day",
    ...(date === length ? (["last-day"] as const) : []),
    ...(nth <= 4 ? (["weekday"] as const) : []),
    ...(date + 7 > length ? (["last-weekday"] as const) : []),
  ];
}

/** Which weekday of its month a day is: 1 for the first Monday… */
export function nthOf(day: string): number {
  return inMonth(day).nth;
}

/** The number of a day, how many its month has, and which of its weekday it is. */
export function inMonth(day: string): { date: number; length: number; nth: number } {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return { date, length: daysInMonth(year, month), nth: Math.ceil(date / 7) };
}
