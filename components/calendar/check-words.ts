/** A double-check in words: both sides' walls, and what the clocks do until then. */
import { sayDay } from "@/components/calendar/agenda";
import { type Place, stampText } from "@/components/when";
import type { CheckedThing, CheckFacts, CheckWay, ClockChange } from "@/lib/domain/calendar/check";
import { cityOf } from "@/lib/domain/calendar/zone-day";
import { whoDoes } from "@/lib/domain/person/named";

export const checkedWords: Record<CheckedThing, string> = {
  date: "Date",
  time: "Time",
  zone: "Time zone",
  place: "Place",
  link: "Link",
};

export const checkWayWords: Record<CheckWay, string> = {
  call: "By phone",
  mail: "By mail",
  message: "By message",
  "in-person": "In person",
  other: "Another way",
};

/** "Friday 4 December, 16:00 in Berlin" of a wall "YYYY-MM-DDTHH:MM". */
export function wallWords(wall: string, zone: string, locale: string): string {
  return `${sayDay(wall.slice(0, 10), locale)}, ${wall.slice(11, 16)} in ${cityOf(zone)}`;
}

/** "Clocks in Toronto go an hour back on Sun 1 Nov, 02:00, before the meeting." */
export function clockWords({ zone, at, minutes }: ClockChange, locale: string): string {
  const size = Math.abs(minutes) === 60 ? "an hour" : `${Math.abs(minutes)} minutes`;
  const way = minutes > 0 ? "forward" : "back";
  return `Clocks in ${cityOf(zone)} go ${size} ${way} on ${stampText(at, { zone, locale })}, before the meeting. Say the time with its place.`;
}

/** "Ana had checked it for Thu 3 Dec, 14:00. It moved, so it is to be checked again." */
export function lostWords(lost: NonNullable<CheckFacts["lost"]>, place: Place): string {
  const where = lost.place ? `, ${lost.place}` : "";
  return `${whoDoes(lost.by, lost.role)} had checked it for ${stampText(lost.startsAt, place)}${where}. It changed since, so it is to be checked again.`;
}

/** What of a meeting can be confirmed: a place and a link where there is one, a zone where the other side has another. */
export function thingsToCheck({
  place,
  link,
  otherZone,
}: Pick<CheckFacts, "place" | "link" | "otherZone">): CheckedThing[] {
  const more: [CheckedThing, boolean][] = [
    ["zone", otherZone !== null],
    ["place", place !== ""],
    ["link", link !== ""],
  ];
  return ["date", "time", ...more.flatMap(([thing, is]) => (is ? [thing] : []))];
}
