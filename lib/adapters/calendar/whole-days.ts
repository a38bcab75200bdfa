import type { Component } from "@/lib/adapters/calendar/component";
import type { ReadEvent, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import type { TimeContext } from "@/lib/adapters/calendar/read-time";
import { parseTime } from "@/lib/adapters/calendar/time-values";
import { dayTime } from "@/lib/adapters/calendar/write-time";
import { toWall, type Zone } from "@/lib/adapters/calendar/zone";
import { formatDayNumber, SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";

const MIDNIGHT = "T00:00:00";

/**
 * Exchange writes whole days as midnights of the organiser's zone and says so beside them: left as times, they would begin on the day
 * before for whoever is further west. The event's times become days on that zone's clock; RECURRENCE-ID keeps its form, for
 * answers have to name it so. Anything that is no midnight is left as it is.
 */
export function readAsWholeDays(event: ReadEvent, component: Component, { zones }: TimeContext): void {
  const { start, end } = event;
  const isSaid = component.lines.some(
    ({ name, value }) => name === "X-MICROSOFT-CDO-ALLDAYEVENT" && /^\s*TRUE\s*$/i.test(value),
  );
  const isOnTheWall = start.kind === "zoned" || start.kind === "floating";
  if (!isSaid || !isOnTheWall || ![start, end ?? start].every(({ local }) => local.endsWith(MIDNIGHT)))
    return;
  const { zone } = zones.find(start.writtenZone ?? start.zone ?? "");
  const toDay = (time: ReadTime) => dayTime(dayOn(zone, time));
  event.start = toDay(start);
  event.end = end && toDay(end);
  event.exdates = event.exdates.map(toDay);
  event.rdates = event.rdates.map((period) => ({
    ...period,
    start: toDay(period.start),
    end: period.end && toDay(period.end),
  }));
  const endOn = (until: string) => `UNTIL=${dayOfText(zone, until).replaceAll("-", "")}`;
  const withDay = (rule: string) => rule.replace(/UNTIL=(\d{8}T\d{6}Z?)/, (_, until: string) => endOn(until));
  event.rules = event.rules.map(withDay);
  event.excludedRules = event.excludedRules.map(withDay);
}

function dayOn(zone: Zone | null, time: ReadTime): string {
  return time.kind === "utc" ? dayOfText(zone, `${time.local}Z`) : time.local.slice(0, 10);
}

/** The day of a time as it is written; of one in UTC, what the zone's calendar shows then. */
function dayOfText(zone: Zone | null, text: string): string {
  const time = parseTime(text, false);
  const wall = time?.fixed && zone ? toWall(zone, time.wall) : (time?.wall ?? 0);
  return formatDayNumber(Math.floor(wall / SECONDS_PER_DAY));
}
