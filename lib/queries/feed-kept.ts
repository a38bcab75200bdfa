import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { type EntryToWrite, once } from "@/lib/adapters/calendar/write-event";
import { dayTime, timeIn } from "@/lib/adapters/calendar/write-time";
import type { RawKept } from "@/lib/data/calendar-lists";
import type { FeedHours, FeedStart } from "@/lib/data/feed-lists";
import { formatWallSeconds } from "@/lib/domain/calendar/civil-date";
import { type Keeping, keepings } from "@/lib/domain/calendar/protect";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import { toKept } from "@/lib/queries/calendar-entries";

/** Time that is nobody's to book: protected hours as they repeat, days away and windows one by one. `stamp` stands for when it was last said. */
export function writeKept(
  hours: readonly FeedHours[],
  spans: readonly RawKept[],
  start: FeedStart,
  stamp: Date,
): EntryToWrite[] {
  const series = hours.flatMap((one) =>
    writeHours(
      one,
      spans.filter(({ source, id }) => source === "protected" && id === one.id),
      start,
      stamp,
    ),
  );
  const others = spans.filter(({ source }) => source !== "protected");
  return [
    ...series,
    ...others.map((span) => writeSpan(span, `${span.source}-${span.id}`, start.zone, stamp)),
  ];
}

/** A stretch as it is shown: whole days from midnight to midnight where the client lives, else from one instant to another. */
export function spanOf(span: { startsAt: Date; endsAt: Date }, zone: string) {
  const shown = toKept({ ...span, source: "away", id: "", title: "", isPrivate: false }, zone);
  return shown.time === null
    ? once(dayTime(shown.firstDay), dayTime(addDays(shown.lastDay, 1)))
    : once(timeIn(zone, span.startsAt), timeIn(zone, span.endsAt));
}

function writeSpan(span: RawKept, uid: string, zone: string, stamp: Date): EntryToWrite {
  const summary = toKept(span, zone).title;
  return { ...spanOf(span, zone), uid: `${uid}@firsthand`, stamp, sequence: 0, summary };
}

/**
 * Protected hours as a series, with an exception for each time that they do not keep. What the desk still shows of before they were changed
 * goes out time by time.
 */
function writeHours(
  hours: FeedHours,
  spans: readonly RawKept[],
  { from, day: since, zone }: FeedStart,
  stamp: Date,
): EntryToWrite[] {
  const uid = `protected-${hours.id}`;
  const apart = (some: readonly RawKept[]) =>
    some.map((span) => writeSpan(span, `${uid}-${span.startsAt.getTime()}`, zone, stamp));
  const bare = { ...hours, exceptOn: [] };
  const [first] = keepings(bare, hours.firstOn, addDays(hours.firstOn, 9 * 366), 1);
  if (!first || hours.writtenUntil === null) return apart(spans);
  const until = dayAt(hours.writtenUntil.getTime(), hours.zone);
  const days = [since, until, ...hours.exceptOn].sort();
  const given = keepings(bare, days[0] ?? since, addDays(days.at(-1) ?? until, 1));
  const shown = new Set(spans.map((span) => keyOf(span.startsAt.getTime(), span.endsAt.getTime())));
  const ruled = new Set(given.map((one) => keyOf(one.startsAt, one.endsAt)));
  const except = new Set(hours.exceptOn);
  const isLeftOut = ({ startsAt, endsAt, day }: Keeping) =>
    except.has(day) || (endsAt > from.getTime() && day < until && !shown.has(keyOf(startsAt, endsAt)));
  const exdates = given.filter(isLeftOut).map(({ day }) => dayTime(day));
  const others = apart(
    spans.filter((one) => !ruled.has(keyOf(one.startsAt.getTime(), one.endsAt.getTime()))),
  );
  if (hours.rule === "" && exdates.length > 0) return others;
  const words = {
    uid: `${uid}@firsthand`,
    stamp,
    sequence: hours.version - 1,
    summary: hours.title || "Protected",
  };
  const rules = hours.rule === "" ? [] : [untilItsEnd(hours)];
  return [{ ...once(...wallsOf(hours, first.day, zone)), rules, exdates, ...words }, ...others];
}

/** Whole days where they are days on the desk's wall, too; else from a time on the wall of their zone to another. */
function wallsOf(hours: FeedHours, day: string, zone: string): [ReadTime, ReadTime] {
  const isDays = hours.allDay && hours.zone === zone;
  const wall = Date.parse(`${day}T${hours.allDay ? "00:00" : hours.from}:00Z`) / 1000;
  const at = (seconds: number): ReadTime => {
    const local = formatWallSeconds(seconds);
    return isDays
      ? dayTime(local.slice(0, 10))
      : { kind: "zoned", local, zone: hours.zone, writtenZone: null, utc: null };
  };
  return [at(wall), at(wall + hours.minutes * 60)];
}

function keyOf(startsAt: number, endsAt: number): string {
  return `${startsAt} ${endsAt}`;
}

/** A day that ends protected hours belongs to them whole (lib/domain/calendar/protect.ts). */
function untilItsEnd({ rule, allDay }: FeedHours): string {
  return allDay ? rule : rule.replace(/UNTIL=(\d{8})(?=;|$)/i, "UNTIL=$1T235959");
}
