/** Another time for an invitation: as it is typed, and in words. */
import { rangeText } from "@/components/calendar/conflict-words";
import { type Place, stampText } from "@/components/when";
import type { InvitationView } from "@/lib/domain/calendar/answer";
import type { Slot } from "@/lib/domain/calendar/conflicts";
import { sayMoment, saySpan } from "@/lib/domain/calendar/say-moment";
import { readDay } from "@/lib/domain/calendar/stretch";
import { addDays, instantAt, startOfDay } from "@/lib/domain/calendar/zone-day";

const DAY = 24 * 60 * 60 * 1000;

type Asked = Pick<InvitationView, "startsAt" | "endsAt" | "allDay" | "proposal">;

/** A day and a time as they stand in their fields. */
export type TypedTime = { day: string; time: string };

/**
 * What is typed, on the wall of `zone`, as long as what was asked; whole days from midnight to midnight, without a time. Null while it
 * cannot be read.
 */
export function typedSlot({ day, time }: TypedTime, asked: Asked, zone: string): Slot | null {
  const first = readDay(day);
  if (first === null || asked.startsAt === "") return null;
  const { startsAt, endsAt } = asked.proposal ?? asked;
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  if (asked.allDay) {
    const last = addDays(first, Math.max(1, Math.round(length / DAY)));
    return { startsAt: iso(startOfDay(first, zone)), endsAt: iso(startOfDay(last, zone)) };
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const from = instantAt(first, time, zone);
  return { startsAt: iso(from), endsAt: iso(from + length) };
}

/** "Fri 4 Dec, 14:00–14:30"; whole days by their dates, "Tue 8 Dec – Wed 9 Dec". */
export function slotWords(slot: Slot, { allDay }: Pick<Asked, "allDay">, place: Place): string {
  return allDay ? saySpan(slot.startsAt, slot.endsAt, true, place.zone) : rangeText(slot, place);
}

/** What stands above the free times. */
export function freeWords({ proposal, allDay }: Pick<Asked, "proposal" | "allDay">, place: Place): string {
  if (proposal === null) return "Free instead, to propose:";
  return `Free instead of ${whichWords(proposal.startsAt, allDay, place)}, to propose for that one time:`;
}

/** Why there are none. */
export function noneFreeWords({ allDay }: Pick<Asked, "allDay">): string {
  return allDay
    ? "Whole days are not looked for here. One can be typed."
    : "Nothing that long is free in the desk’s hours within four weeks. A time can be typed.";
}

/** For which time of a series a proposal is, and what becomes of the others; "" for what happens once. */
export function onlyForWords(
  { proposal, allDay, answer }: Pick<InvitationView, "proposal" | "allDay" | "answer">,
  place: Place,
): string {
  if (proposal === null) return "";
  const others = answer === "" || answer === "needs-action" ? "the others still wait for an answer" : "";
  return `For ${whichWords(proposal.startsAt, allDay, place)} alone${others && `; ${others}`}.`;
}

function whichWords(at: string, allDay: boolean, place: Place): string {
  return allDay ? sayMoment(at, true, place.zone) : stampText(at, place);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
