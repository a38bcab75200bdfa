import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import type { Tx } from "@/lib/data/client";
import {
  listEventsByUid,
  listTimesLeftOut,
  markSpread,
  replaceOccurrences,
  type StoredEvent,
} from "@/lib/data/events";
import { addDays, dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import type { OccurrenceReading } from "@/lib/domain/import/payload";
import { keepChecksIn } from "@/lib/use-cases/check/keep-checks";
import { MOST_OCCURRENCES, toOccurrence } from "@/lib/use-cases/import/event-from-entry";

/** The days for which the calendar is written out: a year back, five years ahead. */
export function calendarWindow(
  at: Date,
  zone: string,
): { from: string; to: string; zone: string; until: Date } {
  const today = dayAt(at.getTime(), zone);
  const to = addDays(today, 5 * 366);
  return { from: addDays(today, -366), to, zone, until: new Date(startOfDay(to, zone)) };
}

/** So much work one series may be, a twentieth of a second: what happens hourly for six years asks for half of it. Anything beyond is not written out. */
const STEPS_OF_A_SERIES = 100_000;
/** So many series are worked on at a time. */
const AT_ONCE = 50;
/** With so many times, those of some series are written; one series may have as many by itself. */
const TIMES_AT_ONCE = 5_000;

type Times = (OccurrenceReading & { eventId: string })[];

/**
 * Works out anew when the entries of these series happen, from what is stored: after one of them changed, came or went, or
 * because time has passed. What happened before the window stays written down. A double-check of what does not happen any
 * more is lost.
 */
export async function spreadSeriesIn(
  tx: Tx,
  workspaceId: string,
  zone: string,
  uids: string[],
  at: Date,
): Promise<void> {
  const all = [...new Set(uids)];
  for (let from = 0; from < all.length; from += AT_ONCE)
    await spreadSome(tx, workspaceId, calendarWindow(at, zone), all.slice(from, from + AT_ONCE), at);
}

type CalendarWindow = ReturnType<typeof calendarWindow>;

async function spreadSome(
  tx: Tx,
  workspaceId: string,
  window: CalendarWindow,
  uids: string[],
  at: Date,
): Promise<void> {
  const events = await listEventsByUid(tx, workspaceId, uids);
  const planned = events.filter(hasPlan);
  const leftOut = await listTimesLeftOut(tx, uids);
  const start = new Date(startOfDay(window.from, window.zone));
  let together: { ids: string[]; times: Times } = { ids: [], times: [] };
  for (const uid of uids) {
    const plans = planned.filter((event) => event.uid === uid);
    const hidden = leftOut.filter((one) => one.uid === uid).map(({ recurrence }) => recurrence as ReadTime);
    together.ids.push(...plans.map(({ id }) => id));
    together.times = together.times.concat(timesOf(plans, hidden, window));
    if (together.times.length < TIMES_AT_ONCE) continue;
    await replaceOccurrences(tx, workspaceId, together.ids, start, together.times);
    together = { ids: [], times: [] };
  }
  await replaceOccurrences(tx, workspaceId, together.ids, start, together.times);
  const ids = events.map(({ id }) => id);
  await markSpread(tx, workspaceId, ids, window.until);
  await keepChecksIn(tx, workspaceId, { uids, ids }, at);
}

function timesOf(plans: StoredEvent[], hidden: ReadTime[], window: CalendarWindow): Times {
  const written = plans.map((event) => toPlan(event, hidden));
  const { occurrences } = expandOccurrences(written, window, { steps: STEPS_OF_A_SERIES });
  const shown = new Map<number, number>();
  const kept = occurrences.filter(({ eventIndex }) => {
    const count = (shown.get(eventIndex) ?? 0) + 1;
    shown.set(eventIndex, count);
    return count <= MOST_OCCURRENCES;
  });
  return kept.map((one) => ({ ...toOccurrence(one), eventId: plans[one.eventIndex]?.id ?? "" }));
}

/** An entry made by hand has no plan of its own: its time stays as it is. */
function hasPlan(event: StoredEvent): boolean {
  return typeof event.source === "object" && event.source !== null && "start" in event.source;
}

/** The id of the series joins its entries, also where the file gave none; times that became hidden entries are left out of it. */
function toPlan(event: StoredEvent, hidden: ReadTime[]): ReadEvent {
  const plan = event.source as ReadEvent;
  const exdates = event.recurrenceId === "" ? [...plan.exdates, ...hidden] : plan.exdates;
  return { ...plan, exdates, uid: event.uid };
}
