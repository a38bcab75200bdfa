import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { type EntryToWrite, once } from "@/lib/adapters/calendar/write-event";
import { dayTime, inFormOf, instantOf, timeIn } from "@/lib/adapters/calendar/write-time";
import { zoneById } from "@/lib/adapters/calendar/zone";
import type { FeedEvent } from "@/lib/data/feed-lists";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";

/** From which day on a feed tells, and on which wall floating times and whole days are. */
export type FeedFrame = { from: string; zone: string };

/** Of a longer list the end may have been cut off where it was written down. */
const LONG = 1000;

/**
 * The entries of the calendar as they are written for others. A series goes out as its rule, with exceptions wherever the desk shows
 * it otherwise: moved, cancelled, or hidden from whom the feed is for. What other programs read differently (several rules, zones
 * that one file knew, "this and all that follow") goes out time by time, as far as it is written down.
 */
export function writeEvents(events: readonly FeedEvent[], frame: FeedFrame): EntryToWrite[] {
  const byUid = new Map<string, FeedEvent[]>();
  for (const event of events) {
    const known = byUid.get(event.uid);
    if (known) known.push(event);
    else byUid.set(event.uid, [event]);
  }
  return [...byUid.values()].flatMap((series) => {
    const shown = series.filter(({ status }) => status.toUpperCase() !== "CANCELLED");
    const master = shown.find(({ recurrenceId }) => recurrenceId === "");
    return master && isPlain(master, series)
      ? seriesOf(master, series, frame)
      : shown.flatMap((event) => timeByTime(event, frame));
  });
}

function seriesOf(master: FeedEvent, series: readonly FeedEvent[], frame: FeedFrame): EntryToWrite[] {
  const others = series.filter(({ recurrenceId }) => recurrenceId !== "");
  const gone = others.filter(({ status }) => status.toUpperCase() === "CANCELLED");
  const moved = others.filter((event) => !gone.includes(event));
  const overrides = moved.map((event) => ({
    ...wordsOf(event),
    ...scheduleOf(event, frame.zone),
    rules: [],
    rdates: [],
  }));
  const plan = fromFirst({ ...wordsOf(master), ...scheduleOf(master, frame.zone) }, frame.zone);
  if (plan === null) return timeByTime(master, frame);
  plan.exdates = [
    ...plan.exdates,
    ...gone.flatMap((event) => scheduleOf(event, frame.zone).recurrenceId ?? []),
  ];
  return [asShown(plan, overrides, master, frame), ...overrides];
}

/** A rule that every program reads alike: one, in a zone with a name, and overrides of single times only. */
function isPlain(master: FeedEvent, series: readonly FeedEvent[]): boolean {
  if (!series.every(hasPlan)) return false;
  const { rules, excludedRules, rdates } = planOf(master);
  const isOne = rules.length === 1 && excludedRules.length === 0 && !rules[0]?.includes("SKIP=");
  const hasLengths = rdates.some(({ end, duration }) => end !== null || duration !== null);
  return (
    isOne && !hasLengths && series.every((event) => !planOf(event).replacesFollowing && hasNamedZone(event))
  );
}

/** Programs disagree on a series whose first date its rule does not give: it begins with the first that it does. Null: with none. */
function fromFirst(plan: EntryToWrite, zone: string): EntryToWrite | null {
  const day = plan.start.local.slice(0, 10);
  const window = { from: addDays(day, -1), to: addDays(day, 9 * 366), zone };
  const bare = [{ ...plan, exdates: [], rdates: [] } as unknown as ReadEvent];
  const [first] = expandOccurrences(bare, window, { mostOfEach: 1 }).occurrences;
  if (!first) return null;
  const isThere = first.allDay ? first.start === plan.start.local : first.start.startsWith(plan.start.local);
  if (isThere) return plan;
  const [start, end] = first.allDay
    ? [dayTime(first.start), dayTime(first.end)]
    : [first.startUtc, first.endUtc].map((at) => timeIn(plan.start.zone ?? zone, new Date(at)));
  return start && end ? { ...plan, start, end, duration: null } : null;
}

/**
 * The series with an exception for each time that the desk does not show, and a date of its own for each that no rule gives. An exception
 * that excepts nothing is left out: some programs complain of it.
 */
function asShown(
  plan: EntryToWrite,
  overrides: EntryToWrite[],
  { starts, writtenUntil }: FeedEvent,
  { from, zone }: FeedFrame,
): EntryToWrite {
  const isDay = plan.start.kind === "date";
  const dayOf = (key: string) => (isDay ? key : dayAt(Number(key) * 1000, zone));
  const time = (key: string) =>
    inFormOf(isDay ? dayTime(key) : timeIn("UTC", new Date(Number(key) * 1000)), plan.start);
  const keyOf = (exdate: ReadTime) => {
    const formed = inFormOf(exdate, plan.start);
    return isDay ? formed.local : String(instantOf(formed));
  };
  const removed = new Set(plan.exdates.map(keyOf));
  const last = starts.at(-1);
  const isCut = writtenUntil === null || starts.length >= LONG;
  const until = isCut
    ? last === undefined
      ? from
      : addDays(dayOf(last), 1)
    : dayAt(writtenUntil.getTime(), zone);
  const days = [from, until, ...[...removed].map(dayOf)].sort();
  const window = { from: days[0] ?? from, to: days.at(-1) ?? until, zone };
  const events = [{ ...plan, exdates: [] }, ...overrides] as unknown as ReadEvent[];
  const without = new Set(overrides.map((_, n) => n + 1));
  const given = expandOccurrences(events, window, { without }).occurrences.map((one) =>
    isDay ? one.start : String(Date.parse(one.startUtc) / 1000),
  );
  const [shown, ruled] = [new Set(starts), new Set(given)];
  const isWithin = (key: string) => dayOf(key) >= from && dayOf(key) < until;
  const missing = given.filter((key) => (isWithin(key) ? !shown.has(key) : removed.has(key)));
  const beside = starts.filter((key) => isWithin(key) && !ruled.has(key));
  return {
    ...plan,
    exdates: missing.map(time),
    rdates: [...plan.rdates, ...beside.map((key) => ({ start: time(key), end: null, duration: null }))],
  };
}

/** An entry as the times at which it happens, the first and others of its length; nothing for one that does not happen any more. */
function timeByTime(event: FeedEvent, { zone }: FeedFrame): EntryToWrite[] {
  const { starts, ends, recurrenceId, uid } = event;
  const there = event.zone !== null && hasNamedZone(event) ? event.zone : hasNamedZone(event) ? zone : "UTC";
  const time = (key: string) =>
    key.includes("-", 1) ? dayTime(key) : timeIn(there, new Date(Number(key) * 1000));
  const [first, ...others] = starts;
  if (first === undefined) return [];
  const end = ends[0] === undefined || ends[0] === first ? null : time(ends[0]);
  const rdates = others.map((key) => ({ start: time(key), end: null, duration: null }));
  // Without its series it is an entry of its own.
  const own = recurrenceId === "" ? uid : `${uid}#${recurrenceId}`;
  return [{ ...wordsOf(event), uid: own, ...once(time(first), end), rdates }];
}

/** What others may read of an entry: what, where and when. Nobody who comes, no note, and who asked stays here. */
function wordsOf(event: FeedEvent) {
  const isOpen = event.held || event.answer === "needs-action" || event.answer === "tentative";
  const status = event.status.toUpperCase();
  return {
    uid: event.uid,
    stamp: event.changedAt,
    sequence: event.sequence,
    summary: event.summary || "Untitled event",
    location: event.place,
    link: event.link,
    status: isOpen || status === "TENTATIVE" ? ("TENTATIVE" as const) : ("CONFIRMED" as const),
    transparent: event.transparent || event.answer === "declined",
  };
}

/** When an entry is, by its own plan; floating times are on the wall of the desk. */
function scheduleOf(event: FeedEvent, zone: string) {
  const { start, end, duration, rules, rdates, exdates, recurrenceId } = planOf(event);
  const there = <T extends ReadTime | null>(time: T): T =>
    time === null || time.kind === "date" || start.kind !== "floating"
      ? time
      : { ...time, kind: "zoned", zone };
  return {
    ...once(there(start), there(end)),
    duration,
    rules,
    rdates: rdates.map((period) => ({ ...period, start: there(period.start) })),
    exdates: exdates.map(there),
    recurrenceId:
      recurrenceId && recurrenceId.kind === "floating"
        ? { ...recurrenceId, kind: "zoned" as const, zone }
        : recurrenceId,
  };
}

function planOf(event: FeedEvent): ReadEvent {
  return event.source as ReadEvent;
}

/** An entry made by hand knows its times alone. */
function hasPlan({ source }: FeedEvent): boolean {
  return typeof source === "object" && source !== null && "start" in source && "rules" in source;
}

/** False where only a file knew the clock, of which an offset is left. */
function hasNamedZone({ zone }: FeedEvent): boolean {
  return zone === null || (!/^[+-]/.test(zone) && zoneById(zone) !== null);
}
