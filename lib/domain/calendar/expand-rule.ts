import { fromDayNumber, SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";
import {
  allowsDay,
  daysOfMonth,
  daysOfYear,
  startOfWeek,
  weekdayOf,
} from "@/lib/domain/calendar/days-of-period";
import type { RecurrenceRule } from "@/lib/domain/calendar/recurrence-rule";

/** All in wall seconds of the place the event is about; `until`, `from` and `to` are included. */
export type ExpansionBounds = {
  start: number;
  from: number;
  to: number;
  until: number | null;
  mostResults: number;
  /** How many periods and days may be looked at: a rule that never happens ends here, not never. */
  mostSteps: number;
};

/** `steps` is how much of the allowed work was done. */
export type Expansion = { walls: number[]; complete: boolean; steps: number };

const LAST_YEAR = 9999;

/**
 * The moments of a rule within the bounds, sorted, in wall seconds (RFC 5545 §3.3.10). The start itself is in only
 * if the rule picks it, and COUNT counts what the rule picks. Zones and daylight saving are the caller's: a rule
 * repeats on the wall clock. `complete` is false when a bound stopped it early.
 */
export function expandRule(given: RecurrenceRule, bounds: ExpansionBounds): Expansion {
  const rule = withStartsParts(given, bounds.start);
  const isByDay = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"].includes(rule.freq);
  return isByDay ? expandByDays(rule, bounds) : expandByTimes(rule, bounds);
}

/** What the rule does not say is taken from the start: its month, day, weekday and time. */
function withStartsParts(rule: RecurrenceRule, start: number): RecurrenceRule {
  const dayNumber = Math.floor(start / SECONDS_PER_DAY);
  const time = start - dayNumber * SECONDS_PER_DAY;
  const { month, day } = fromDayNumber(dayNumber);
  const full = { ...rule };
  const saysDay = rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length > 0;
  if (!saysDay && rule.freq === "YEARLY" && rule.byWeekNo.length === 0) {
    if (rule.byMonth.length === 0) full.byMonth = [month];
    full.byMonthDay = [day];
  }
  if (!saysDay && rule.freq === "MONTHLY") full.byMonthDay = [day];
  if (!saysDay && (rule.freq === "WEEKLY" || (rule.freq === "YEARLY" && rule.byWeekNo.length > 0))) {
    full.byDay = [{ weekday: weekdayOf(dayNumber), nth: null }];
  }
  if (rule.byHour.length === 0 && !["HOURLY", "MINUTELY", "SECONDLY"].includes(rule.freq)) {
    full.byHour = [Math.floor(time / 3600)];
  }
  if (rule.byMinute.length === 0 && !["MINUTELY", "SECONDLY"].includes(rule.freq)) {
    full.byMinute = [Math.floor(time / 60) % 60];
  }
  if (rule.bySecond.length === 0 && rule.freq !== "SECONDLY") full.bySecond = [time % 60];
  return full;
}

function expandByDays(rule: RecurrenceRule, bounds: ExpansionBounds): Expansion {
  const collector = new Collector(rule, bounds);
  const times = rule.byHour.flatMap((hour) =>
    rule.byMinute.flatMap((minute) => rule.bySecond.map((second) => hour * 3600 + minute * 60 + second)),
  );
  const startDay = Math.floor(bounds.start / SECONDS_PER_DAY);
  // Only a rule that counts must be walked from its start; any other is entered one period before the window.
  const entryDay =
    rule.count === null ? Math.max(startDay, Math.floor(bounds.from / SECONDS_PER_DAY)) : startDay;
  const skipped = Math.max(0, Math.floor(periodsBetween(rule, startDay, entryDay) / rule.interval) - 1);
  for (let index = skipped * rule.interval; ; index += rule.interval) {
    const period = daysOfPeriod(rule, startDay, index);
    if (!period || period.first * SECONDS_PER_DAY > collector.end) return collector.finish(true);
    if (!collector.step(period.cost)) return collector.finish(false);
    if (!collector.addSet(period.days, times)) return collector.finish(collector.isAtItsEnd);
  }
}

type Period = { first: number; days: number[]; cost: number };

/** The `index`-th period after the one that holds the start; null beyond the last year. */
function daysOfPeriod(rule: RecurrenceRule, startDay: number, index: number): Period | null {
  const start = fromDayNumber(startDay);
  if (rule.freq === "YEARLY") {
    const year = start.year + index;
    if (year > LAST_YEAR) return null;
    return {
      first: toDayNumber(year, 1, 1),
      days: daysOfYear(rule, year),
      cost: rule.byMonthDay.length > 0 ? 12 : rule.byMonth.length > 0 ? 31 * rule.byMonth.length : 366,
    };
  }
  if (rule.freq === "MONTHLY") {
    const months = start.year * 12 + start.month - 1 + index;
    const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
    if (year > LAST_YEAR) return null;
    return { first: toDayNumber(year, month, 1), days: daysOfMonth(rule, year, month), cost: 31 };
  }
  const first = rule.freq === "WEEKLY" ? startOfWeek(startDay, rule.weekStart) + index * 7 : startDay + index;
  if (first > toDayNumber(LAST_YEAR, 12, 25)) return null;
  const length = rule.freq === "WEEKLY" ? 7 : 1;
  const days: number[] = [];
  for (let day = first; day < first + length; day++) if (allowsDay(rule, day)) days.push(day);
  return { first, days, cost: length };
}

function periodsBetween(rule: RecurrenceRule, startDay: number, day: number): number {
  if (rule.freq === "WEEKLY") return Math.floor((day - startOfWeek(startDay, rule.weekStart)) / 7);
  if (rule.freq === "DAILY") return day - startDay;
  const [a, b] = [fromDayNumber(startDay), fromDayNumber(day)];
  return rule.freq === "YEARLY" ? b.year - a.year : (b.year - a.year) * 12 + b.month - a.month;
}

function expandByTimes(rule: RecurrenceRule, bounds: ExpansionBounds): Expansion {
  const collector = new Collector(rule, bounds);
  const unit = rule.freq === "HOURLY" ? 3600 : rule.freq === "MINUTELY" ? 60 : 1;
  const step = unit * rule.interval;
  const origin = bounds.start - (bounds.start % unit);
  const inside = timesInside(rule);
  /** The first period on or after a wall second that the interval reaches. */
  const reach = (wall: number) => origin + Math.ceil((wall - origin) / step) * step;
  let at = rule.count === null ? Math.max(origin, reach(bounds.from - unit)) : origin;
  for (;;) {
    if (at > collector.end || at > toDayNumber(LAST_YEAR, 12, 31) * SECONDS_PER_DAY)
      return collector.finish(true);
    if (!collector.step(1)) return collector.finish(false);
    const day = Math.floor(at / SECONDS_PER_DAY);
    const time = at - day * SECONDS_PER_DAY;
    if (!allowsDay(rule, day)) {
      at = reach((day + 1) * SECONDS_PER_DAY);
    } else if (rule.byHour.length > 0 && !rule.byHour.includes(Math.floor(time / 3600))) {
      at = reach(at - (time % 3600) + 3600);
    } else if (
      unit < 3600 &&
      rule.byMinute.length > 0 &&
      !rule.byMinute.includes(Math.floor(time / 60) % 60)
    ) {
      at = reach(at - (time % 60) + 60);
    } else if (unit === 1 && rule.bySecond.length > 0 && !rule.bySecond.includes(time % 60)) {
      at += step;
    } else {
      if (
        !collector.addSet(
          [0],
          inside.map((offset) => at + offset),
        )
      )
        return collector.finish(collector.isAtItsEnd);
      at += step;
    }
  }
}

/** Seconds from the beginning of the hour or minute at which the rule happens. */
function timesInside(rule: RecurrenceRule): number[] {
  if (rule.freq === "SECONDLY") return [0];
  if (rule.freq === "MINUTELY") return rule.bySecond;
  return rule.byMinute.flatMap((minute) => rule.bySecond.map((second) => minute * 60 + second));
}

/** Takes the sets of one period after the other: BYSETPOS, start, COUNT, UNTIL and the window, in that order. */
class Collector {
  readonly end: number;
  isAtItsEnd = false;
  private readonly walls: number[] = [];
  private counted = 0;
  private steps = 0;
  private readonly rule: RecurrenceRule;
  private readonly bounds: ExpansionBounds;

  constructor(rule: RecurrenceRule, bounds: ExpansionBounds) {
    this.rule = rule;
    this.bounds = bounds;
    this.end = bounds.until === null ? bounds.to : Math.min(bounds.to, bounds.until);
  }

  step(cost: number): boolean {
    this.steps += cost;
    return this.steps <= this.bounds.mostSteps;
  }

  addSet(days: number[], times: number[]): boolean {
    const size = days.length * times.length;
    if (size === 0) return true;
    if (this.rule.bySetPos.length === 0) {
      if (!this.step(Math.floor(times.length / 4))) return false;
      for (const day of days)
        for (const time of times) if (!this.add(day * SECONDS_PER_DAY + time)) return false;
      return true;
    }
    const places = this.rule.bySetPos
      .map((n) => (n > 0 ? n - 1 : size + n))
      .filter((n) => n >= 0 && n < size);
    for (const place of [...new Set(places)].sort((a, b) => a - b)) {
      const day = days[Math.floor(place / times.length)] ?? 0;
      if (!this.add(day * SECONDS_PER_DAY + (times[place % times.length] ?? 0))) return false;
    }
    return true;
  }

  finish(complete: boolean): Expansion {
    return { walls: this.walls, complete, steps: Math.min(this.steps, this.bounds.mostSteps) };
  }

  private add(wall: number): boolean {
    if (wall < this.bounds.start) return true;
    if (wall > this.end || (this.rule.count !== null && this.counted >= this.rule.count)) {
      this.isAtItsEnd = true;
      return false;
    }
    this.counted++;
    if (wall < this.bounds.from) return true;
    if (this.walls.length >= this.bounds.mostResults) return false;
    this.walls.push(wall);
    return true;
  }
}
