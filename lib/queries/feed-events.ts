import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { startsOf } from "@/lib/adapters/calendar/starts-of";
import { type EntryToWrite, once } from "@/lib/adapters/calendar/write-event";
import { dayTime, inFormOf, instantOf, timeIn } from "@/lib/adapters/calendar/write-time";
import { zoneById } from "@/lib/adapters/calendar/zone";
import type { FeedEvent, FeedStart } from "@/lib/data/feed-lists";
import { formatDayNumber } from "@/lib/domain/calendar/civil-date";
import { addDays } from "@/lib/domain/calendar/zone-day";

/** Of a longer list the end may have been cut off where it was written down. */
const LONG = 2000;
const DAY = 86_400;

/** Which times of an entry are asked for one by one, and what is written once they are known. */
type Step = { wants: string[]; write: (times: ReadonlyMap<string, number[]>) => EntryToWrite[] };

/**
 * The entries of the calendar as they are written for others. A series goes out as its rule, with exceptions wherever the desk shows
 * it otherwise: moved, cancelled, or hidden from whom the feed is for. What other programs read differently (several rules, zones
 * that one file knew, "this and all that follow") goes out time by time, as far as it is written down. `look` gives such times.
 */
export async function writeEvents(
  events: readonly FeedEvent[],
  start: FeedStart,
  look: (ids: string[]) => Promise<ReadonlyMap<string, number[]>>,
): Promise<EntryToWrite[]> {
  const byUid = new Map<string, FeedEvent[]>();
  for (const event of events) {
    const known = byUid.get(event.uid);
    if (known) known.push(event);
    else byUid.set(event.uid, [event]);
  }
  const steps = [...byUid.values()].map((series) => stepOf(series, start));
  const times = await look(steps.flatMap(({ wants }) => wants));
  return steps.flatMap(({ write }) => write(times));
}

function stepOf(series: readonly FeedEvent[], start: FeedStart): Step {
  const shown = series.filter(({ status }) => status.toUpperCase() !== "CANCELLED");
  const master = shown.find(({ recurrenceId }) => recurrenceId === "");
  const plan = master && isPlain(master, series) ? fromFirst(master, start.zone) : null;
  if (master && plan) return stepOfSeries(master, plan, series, start);
  return {
    wants: shown.filter(({ first, last }) => first !== last).map(({ id }) => id),
    write: (times) => shown.flatMap((event) => timeByTime(event, times.get(event.id), start.zone)),
  };
}

function stepOfSeries(
  master: FeedEvent,
  plan: EntryToWrite,
  series: readonly FeedEvent[],
  { from, day, zone }: FeedStart,
): Step {
  const others = series.filter(({ recurrenceId }) => recurrenceId !== "");
  const gone = others.filter(({ status }) => status.toUpperCase() === "CANCELLED");
  const overrides = others
    .filter((event) => !gone.includes(event))
    .map((event) => ({ ...wordsOf(event), ...scheduleOf(event, zone), rules: [], rdates: [] }));
  const isDay = plan.start.kind === "date";
  const keyOf = (time: ReadTime) => instantOf(inFormOf(time, plan.start));
  const keysOf = (some: readonly EntryToWrite[]) =>
    some.flatMap(({ recurrenceId }) => (recurrenceId ? [keyOf(recurrenceId)] : []));
  const removed = [
    ...plan.exdates.map(keyOf),
    ...keysOf(gone.map((event) => ({ ...wordsOf(event), ...scheduleOf(event, zone) }))),
  ];
  const replaced = new Set(keysOf(overrides));
  const frame = {
    from: isDay ? Date.parse(`${day}T00:00:00Z`) / 1000 : from.getTime() / 1000,
    to: master.count >= LONG || master.writtenUntil === null ? (master.last ?? 0) + 1 : master.writtenUntil,
  };
  const given = startsOf(plan, zone, frame.from, frame.to).filter((key) => !replaced.has(key));
  const isRuled = (key: number) => !replaced.has(key) && startsOf(plan, zone, key, key + 1).length > 0;
  const before = [...new Set(removed)].filter((key) => (key < frame.from || key >= frame.to) && isRuled(key));
  const asGiven = given.filter((key) => !removed.includes(key));
  const isAsShown =
    asGiven.length === master.count && asGiven.reduce((sum, key) => sum + key, 0) === master.sum;
  const write = (shown: readonly number[] | null): EntryToWrite[] => {
    const [kept, ruled] = [new Set(shown ?? asGiven), new Set(given)];
    const missing = given.filter((key) => !kept.has(key));
    const beside = (shown ?? []).filter((key) => key >= frame.from && key < frame.to && !ruled.has(key));
    const time = (key: number) => timeOf(key, plan.start);
    const rdates = beside.map((key) => ({ start: time(key), end: null, duration: null }));
    const exdates = [...before, ...missing].sort((a, b) => a - b).map(time);
    return [{ ...plan, exdates, rdates: [...plan.rdates, ...rdates] }, ...overrides];
  };
  return isAsShown
    ? { wants: [], write: () => write(null) }
    : { wants: [master.id], write: (times) => write(times.get(master.id) ?? []) };
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
function fromFirst(master: FeedEvent, zone: string): EntryToWrite | null {
  const plan = { ...wordsOf(master), ...scheduleOf(master, zone) };
  const bare = { ...plan, rdates: [] };
  const start = instantOf(plan.start);
  if (startsOf(bare, zone, start, start + 1).length > 0) return plan;
  const window = {
    from: addDays(plan.start.local.slice(0, 10), -1),
    to: addDays(plan.start.local.slice(0, 10), 9 * 366),
    zone,
  };
  const [first] = expandOccurrences([{ ...bare, exdates: [] } as unknown as ReadEvent], window, {
    mostOfEach: 1,
  }).occurrences;
  if (!first) return null;
  const there = (text: string, utc: string) =>
    first.allDay ? dayTime(text) : timeIn(plan.start.zone ?? zone, new Date(utc));
  return {
    ...plan,
    start: there(first.start, first.startUtc),
    end: there(first.end, first.endUtc),
    duration: null,
  };
}

/** An entry as the times at which it happens, the first and others of its length; nothing for one that does not happen any more. */
function timeByTime(event: FeedEvent, times: readonly number[] | undefined, zone: string): EntryToWrite[] {
  const { first, firstEnd, recurrenceId, uid } = event;
  if (first === null) return [];
  const there = !hasNamedZone(event) ? "UTC" : (event.zone ?? zone);
  const like: ReadTime = event.allDay ? dayTime("1970-01-01") : timeIn(there, new Date(first * 1000));
  const end = firstEnd === null || firstEnd <= first ? null : timeOf(firstEnd, like);
  const others = (times ?? []).filter((key) => key !== first);
  // Without its series it is an entry of its own.
  const own = recurrenceId === "" ? uid : `${uid}#${recurrenceId}`;
  const rdates = others.map((key) => ({ start: timeOf(key, like), end: null, duration: null }));
  return [{ ...wordsOf(event), uid: own, ...once(timeOf(first, like), end), rdates }];
}

/** A beginning in the form of another time: a day, or an instant on its wall. */
function timeOf(key: number, like: ReadTime): ReadTime {
  return like.kind === "date"
    ? dayTime(formatDayNumber(key / DAY))
    : inFormOf(timeIn("UTC", new Date(key * 1000)), like);
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
