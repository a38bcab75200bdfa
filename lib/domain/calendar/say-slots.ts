import type { Slot } from "@/lib/domain/calendar/conflicts";
import { cityOf, dayAt, wallAt } from "@/lib/domain/calendar/zone-day";

/** Where and how the client's side writes dates. */
export type Writing = { zone: string; locale: string };

/**
 * Free times as words to paste, one line each: "Thu 3 Dec, 10:00–10:30", and where the other side is elsewhere
 * "Thu 3 Dec, 10:00–10:30 (04:00–04:30 in Toronto)", with the day when it is another one there.
 */
export function saySlots(slots: readonly Slot[], desk: Writing, otherZone: string | null = null): string {
  return slots.map((slot) => saySlot(slot, desk, otherZone)).join("\n");
}

function saySlot(slot: Slot, desk: Writing, otherZone: string | null = null): string {
  const here = `${sayDay(slot.startsAt, desk.locale, desk.zone)}, ${sayTimes(slot, desk.zone)}`;
  const start = Date.parse(slot.startsAt);
  if (otherZone === null || wallAt(start, otherZone) === wallAt(start, desk.zone)) return here;
  const isSameDay = dayAt(start, otherZone) === dayAt(start, desk.zone);
  const day = isSameDay ? "" : `${sayDay(slot.startsAt, desk.locale, otherZone)}, `;
  return `${here} (${day}${sayTimes(slot, otherZone)} in ${cityOf(otherZone)})`;
}

function sayDay(iso: string, locale: string, zone: string): string {
  const day = { weekday: "short", day: "numeric", month: "short" } as const;
  return new Intl.DateTimeFormat(locale, { ...day, timeZone: zone }).format(Date.parse(iso)).replace(",", "");
}

function sayTimes({ startsAt, endsAt }: Slot, zone: string): string {
  const [start, end] = [startsAt, endsAt].map((iso) => wallAt(Date.parse(iso), zone).slice(11, 16));
  return `${start}–${end}`;
}
