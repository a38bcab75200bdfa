/** What one had typed of an entry, laid over what somebody else saved meanwhile. */
import type { EventValues } from "@/components/calendar/event-form-values";

/** What was typed, laid over what somebody else saved meanwhile: their fields come in where one typed nothing. */
export function mergeValues(base: EventValues, typed: EventValues, theirs: EventValues) {
  const names = Object.keys(base) as (keyof EventValues)[];
  const differs = (name: keyof EventValues, one: EventValues, other: EventValues) =>
    JSON.stringify(one[name]) !== JSON.stringify(other[name]);
  const moved = names.filter((name) => differs(name, base, theirs) && differs(name, typed, theirs));
  const both = moved.filter((name) => differs(name, base, typed));
  const taken = moved.filter((name) => !both.includes(name));
  const follow = Object.fromEntries(taken.map((name) => [name, theirs[name]]));
  return { values: { ...typed, ...follow } as EventValues, taken, both };
}

/** What the fields are called in a sentence: "the place and the notes". */
export const eventFieldWords: Record<keyof EventValues, string> = {
  summary: "the name",
  allDay: "whether it is all day",
  startDay: "the day",
  startTime: "the time",
  endDay: "the last day",
  endTime: "when it ends",
  zone: "the time zone",
  place: "the place",
  link: "the link",
  note: "the notes",
  repeat: "how it repeats",
  guests: "who comes along",
  isPrivate: "who may see it",
  isFree: "whether it leaves the time free",
  travel: "the way there",
  check: "the double-check",
};

/** A field of an entry that another saved, in words to show beside one's own. */
export function eventFieldText(values: EventValues, name: keyof EventValues): string {
  const value = values[name];
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.map((guest) => guest.name || guest.email).join(", ") : value.how;
}
