import type { ReadEvent, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { type DurationValue, parseTime } from "@/lib/adapters/calendar/time-values";
import { zoneOfKept } from "@/lib/adapters/calendar/timezone-component";
import { fixedZone, toEpoch, toWall, type Zone, zoneById } from "@/lib/adapters/calendar/zone";
import { SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";

/** Where the looking is done from: floating times and whole days are in `zone`. */
export type Standpoint = { zone: Zone };

/** How an event is laid out: on which clock its walls are, and how long it lasts. */
export type EventPlan = {
  event: ReadEvent;
  index: number;
  zone: Zone;
  isDay: boolean;
  startWall: number;
  /** Exact length in seconds when the end was written, else the duration (RFC 5545 §3.8.5.3). */
  length: DurationValue;
};

export function planEvent(event: ReadEvent, index: number, from: Standpoint): EventPlan {
  const { start } = event;
  const isDay = start.kind === "date";
  const startWall = parseTime(start.local, isDay)?.wall ?? 0;
  const length = { days: isDay ? 1 : 0, seconds: 0 };
  const plan: EventPlan = { event, index, zone: zoneOf(start, event, from), isDay, startWall, length };
  if (event.end) {
    const seconds = keyOf(event.end, plan, from) - epochOf(plan, startWall);
    plan.length = isDay ? wholeDays(seconds) : { days: 0, seconds: Math.max(0, seconds) };
  } else if (event.duration) {
    const { days, seconds } = event.duration;
    plan.length = isDay ? wholeDays(days * SECONDS_PER_DAY + seconds) : event.duration;
  }
  return plan;
}

/** The instant of a time seen from this event: a floating one is on the event's clock. Whole days count as if in UTC. */
export function keyOf(time: ReadTime, plan: EventPlan, from: Standpoint): number {
  const wall = parseTime(time.local, plan.isDay)?.wall ?? 0;
  if (plan.isDay) return wall;
  if (time.kind === "floating" || time.kind === "date") return epochOf(plan, wall);
  return toEpoch(zoneOf(time, plan.event, from), wall);
}

/** Wall seconds of the event's clock → instant. */
export function epochOf(plan: EventPlan, wall: number): number {
  return plan.isDay ? wall : toEpoch(plan.zone, wall);
}

/** Instant → wall seconds of the event's clock. */
export function wallOf(plan: EventPlan, epoch: number): number {
  return plan.isDay ? epoch : toWall(plan.zone, epoch);
}

/** A day that lasts until its own midnight still lasts a day. */
export function wholeDays(seconds: number): DurationValue {
  return { days: Math.max(1, Math.ceil(seconds / SECONDS_PER_DAY)), seconds: 0 };
}

function zoneOf(time: ReadTime, event: ReadEvent, from: Standpoint): Zone {
  if (time.kind === "date") return fixedZone(0);
  if (time.kind === "floating") return from.zone;
  const parts = time.writtenZone === null ? undefined : event.ownZones?.[time.writtenZone];
  const own = parts && time.writtenZone !== null ? zoneOfKept(parts, time.writtenZone) : null;
  return own ?? zoneById(time.zone ?? "UTC") ?? fixedZone(0);
}
