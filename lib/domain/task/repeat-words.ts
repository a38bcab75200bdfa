import { inARow } from "@/lib/domain/in-a-row";
import { months, readTaskRule, units } from "@/lib/domain/task/repeat";

type Named = { rule: string; from: "calendar" | "completion" };

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * "every 6 weeks from completion", "every month on the 31st, or the last day of a shorter month".
 * A rule that cannot be read says itself as it stands.
 */
export function sayRepeat(repeat: Named): string {
  const read = readTaskRule(repeat.rule);
  if (!read.ok) return repeat.rule;
  const { freq, interval, byDay, byMonthDay, byMonth } = read.rule;
  const every = interval === 1 ? `every ${units[freq]}` : `every ${interval} ${units[freq]}s`;
  const on = [...byDay.map(sayDay), ...byMonthDay.map(sayMonthDay)];
  const within = byMonth.map((month) => months[month - 1] ?? "");
  const shorter =
    byMonthDay.length === 1 && (byMonthDay[0] ?? 0) > 28 ? ", or the last day of a shorter month" : "";
  return [
    every,
    on.length > 0 ? ` on ${inARow(on)}` : "",
    within.length > 0 ? ` in ${inARow(within)}` : "",
    shorter,
    repeat.from === "completion" ? " from completion" : "",
  ].join("");
}

function sayDay(day: { weekday: number; nth: number | null }): string {
  const name = weekdays[day.weekday] ?? "";
  if (day.nth === null) return name;
  return `the ${day.nth === -1 ? "last" : day.nth < 0 ? `${ordinal(-day.nth)} last` : ordinal(day.nth)} ${name}`;
}

function sayMonthDay(day: number): string {
  if (day === -1) return "the last day";
  return day < 0 ? `the ${ordinal(-day)} last day` : `the ${ordinal(day)}`;
}

function ordinal(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[n % 10] ?? "th");
  return `${n}${ending}`;
}
