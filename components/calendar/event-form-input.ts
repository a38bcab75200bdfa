/** What a typed entry becomes for the server. What cannot be read is said at its field, under the server's own names. */
import { type EventValues, isWhole } from "@/components/calendar/event-form-values";
import type { EventInput } from "@/lib/domain/calendar/event";
import { sayRule } from "@/lib/domain/calendar/say-rule";
import { readDay } from "@/lib/domain/calendar/stretch";
import { writeRepeat } from "@/lib/domain/calendar/write-repeat";
import { isZone } from "@/lib/domain/calendar/zone-day";

/** How it repeats as it is chosen, in words; "" while it cannot be said. */
export function repeatWordsOf(values: EventValues): string {
  const rule = values.repeat.every > 0 ? ruleOf(values, {}) : "";
  return sayRule(rule, values.zone);
}

/** What is sent, and what cannot be. */
export function toEventInput(values: EventValues): { input: EventInput; errors: Record<string, string> } {
  const { summary, allDay, startDay, startTime, endDay, endTime, zone, repeat, travel, check, ...same } =
    values;
  const errors: Record<string, string> = {};
  if (summary.trim() === "") errors.summary = "Give it a name.";
  if (!isZone(zone)) errors.zone = "Choose a time zone from the list.";
  if (!isWhole({ startDay, startTime: allDay ? "00:00" : startTime }))
    errors.start = "Give a day and a time.";
  if (!isWhole({ startDay: endDay, startTime: allDay ? "00:00" : endTime }))
    errors.end = "Give a day and a time.";
  const [start, end] = allDay ? [startDay, endDay] : [`${startDay}T${startTime}`, `${endDay}T${endTime}`];
  if (!errors.start && !errors.end && end < start) errors.end = "It ends before it begins.";
  if (same.link.trim() !== "" && !/^https?:\/\//i.test(same.link.trim()))
    errors.link = "Start the address with https://.";
  const minutes = travelOf({ travel });
  if (minutes === undefined) errors.travelMinutes = "Give minutes from 0 to 1440.";
  const rule = ruleOf(values, errors);
  const input = {
    ...same,
    ...{ summary, allDay, start, end, zone, rule },
    travelMinutes: minutes ?? null,
    wantsCheck: check === "usual" ? null : check === "always",
  };
  return { input, errors };
}

/** The minutes on the way as they are typed: null where nothing is, undefined where it is no number of minutes in a day. */
export function travelOf({ travel }: Pick<EventValues, "travel">): number | null | undefined {
  if (travel.trim() === "") return null;
  const minutes = Number(travel);
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440 ? minutes : undefined;
}

function ruleOf(values: EventValues, errors: Record<string, string>): string {
  const { repeat, startDay, zone, allDay } = values;
  if (repeat.how === "never" || repeat.how === "other") return repeat.how === "other" ? repeat.other : "";
  if (readDay(startDay) === null || !isZone(zone)) return "";
  const isCount = (number: number, most: number) => Number.isInteger(number) && number >= 1 && number <= most;
  if (!isCount(repeat.every, 1000)) errors["rule.every"] = "Give a whole number from 1 to 1000.";
  if (repeat.end === "times" && !isCount(repeat.times, 2000))
    errors["rule.times"] = "Give a whole number from 1 to 2000.";
  if (repeat.end === "until" && (readDay(repeat.until) === null || repeat.until < startDay))
    errors["rule.until"] = "Give a day that is not before the first.";
  return errors["rule.until"] ? "" : writeRepeat(repeat, { first: startDay, zone, allDay });
}
