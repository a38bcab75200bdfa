import type { Moment } from "@/lib/adapters/calendar/event-moments";
import {
  type EventPlan,
  epochOf,
  keyOf,
  planEvent,
  type Standpoint,
  wallOf,
} from "@/lib/adapters/calendar/event-plan";
import type { ReadEvent, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { fixedZone, formatOffset, toEpoch, type Zone, zoneById } from "@/lib/adapters/calendar/zone";
import { formatDayNumber, formatWallSeconds, SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";

/** One happening of an event. `start` and `end` are ISO 8601 with offset, or "YYYY-MM-DD" for whole days; `end` is exclusive. */
export type Occurrence = {
  uid: string | null;
  /** Place in `events` of the event it comes from: the series, or the entry that replaced this one. */
  eventIndex: number;
  /** The start the series gave it, in the same form as `start`; null for an event that does not repeat. */
  recurrenceId: string | null;
  start: string;
  end: string;
  /** The instant; of a whole day its midnight where the looking is done from. */
  startUtc: string;
  endUtc: string;
  allDay: boolean;
  floating: boolean;
  zone: string | null;
};

/** Which occurrence this is: the one that starts here, one that the series had elsewhere, or the only one. */
export type Identity = "start" | { original: string } | null;

/** An occurrence with its instants as numbers. */
export type Happening = { startsAt: number; endsAt: number; start: number; end: number };

/** When a moment happens: `start` and `end` on the event's own scale, `startsAt` and `endsAt` as instants. */
export function happeningOf(plan: EventPlan, moment: Moment, from: Standpoint): Happening {
  const { days, seconds } = moment.length;
  const start = epochOf(plan, moment.wall);
  const end = (days === 0 ? start : epochOf(plan, moment.wall + days * SECONDS_PER_DAY)) + seconds;
  if (!plan.isDay) return { startsAt: start, endsAt: end, start, end };
  return { startsAt: toEpoch(from.zone, start), endsAt: toEpoch(from.zone, end), start, end };
}

export function occurrenceOf(plan: EventPlan, at: Happening, identity: Identity): Occurrence {
  const start = textAt(plan, at.start);
  return {
    uid: plan.event.uid,
    eventIndex: plan.index,
    recurrenceId: identity === "start" ? start : (identity?.original ?? null),
    start,
    end: textAt(plan, at.end),
    startUtc: `${formatWallSeconds(at.startsAt)}Z`,
    endUtc: `${formatWallSeconds(at.endsAt)}Z`,
    allDay: plan.isDay,
    floating: plan.event.start.kind === "floating",
    zone: plan.isDay ? null : plan.zone.id,
  };
}

/** The event's own start and end, whatever it repeats: what its DTSTART and DTEND or DURATION say, read in `zoneId`. */
export function ownSpan(event: ReadEvent, zoneId: string): Occurrence {
  const from: Standpoint = { zone: zoneById(zoneId) ?? fixedZone(0) };
  const plan = planEvent(event, 0, from);
  return occurrenceOf(plan, happeningOf(plan, { wall: plan.startWall, length: plan.length }, from), null);
}

/** A time of the event (EXDATE, RDATE, RECURRENCE-ID) in the form its occurrences have. */
export function timeText(time: ReadTime, event: ReadEvent, from: Standpoint): string {
  if (time.kind === "date") return time.local;
  const plan = planEvent(event, 0, from);
  const key = keyOf(time, plan, from);
  return textAt(plan, plan.isDay ? wallOf(plan, key) : key);
}

/** "2026-03-29T09:00:00+02:00", "…Z" in UTC itself, or the bare day. */
export function textAt(plan: EventPlan, epoch: number): string {
  return plan.isDay ? formatDayNumber(epoch / SECONDS_PER_DAY) : isoAt(plan.zone, epoch);
}

function isoAt(zone: Zone, epoch: number): string {
  const offset = zone.offsetAt(epoch);
  return `${formatWallSeconds(epoch + offset)}${offset === 0 && zone.id === "UTC" ? "Z" : formatOffset(offset)}`;
}
