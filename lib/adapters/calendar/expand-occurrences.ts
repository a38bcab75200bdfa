import { type Frame, MOST_OF_AN_EVENT, momentsOf, removedFrom } from "@/lib/adapters/calendar/event-moments";
import { type EventPlan, epochOf, keyOf, planEvent, wallOf } from "@/lib/adapters/calendar/event-plan";
import {
  type Happening,
  happeningOf,
  type Occurrence,
  occurrenceOf,
  textAt,
} from "@/lib/adapters/calendar/occurrence";
import type { ReadEvent, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { parseTime } from "@/lib/adapters/calendar/time-values";
import { fixedZone, toEpoch, zoneById } from "@/lib/adapters/calendar/zone";
import { SECONDS_PER_DAY } from "@/lib/domain/calendar/civil-date";

/** Everything that touches a day from `from` to `to` ("YYYY-MM-DD", both included) in `zone`, where floating times are read too. */
export type Window = { from: string; to: string; zone: string };

/**
 * `mostOfEach`: how many of one event are wanted, the first ones; `without`: those of which none are. `steps`: how much work may
 * be done (a million: about half a second).
 */
export type Limits = { mostOfEach?: number; without?: ReadonlySet<number>; steps?: number };

export type { Occurrence };

export type Occurrences = {
  occurrences: Occurrence[];
  /** Events of which not everything could be shown, with the reason. */
  cutOff: { eventIndex: number; why: string }[];
};

const MOST_IN_ALL = 50_000;
const STEPS_IN_ALL = 6_000_000;

/**
 * What happens in the window, sorted by start. Entries with the same UID are one series: a RECURRENCE-ID replaces its
 * occurrence, with THISANDFUTURE all later ones too; EXDATE and EXRULE remove. Rules repeat on the wall clock of the
 * event's zone. Never runs away: bounded by counts, not by trust.
 */
export function expandOccurrences(events: ReadEvent[], window: Window, limits: Limits = {}): Occurrences {
  const zone = zoneById(window.zone) ?? fixedZone(0);
  const dayOf = (text: string) => parseTime(text.slice(0, 10), true)?.wall ?? 0;
  const from = toEpoch(zone, dayOf(window.from));
  const to = toEpoch(zone, dayOf(window.to) + SECONDS_PER_DAY);
  const { steps = STEPS_IN_ALL, mostOfEach = Number.POSITIVE_INFINITY } = limits;
  const frame: Frame = { from, to, zone, steps, mostOfEach };
  const result: Occurrences = { occurrences: [], cutOff: [] };
  const replacements = collectReplacements(events, frame);
  for (const [index, event] of events.entries()) {
    if (limits.without?.has(index)) continue;
    if (result.occurrences.length >= MOST_IN_ALL) {
      result.cutOff.push({
        eventIndex: index,
        why: "From here on the file has too many occurrences to show.",
      });
      break;
    }
    const isSeries = event.recurrenceId === null && event.uid !== null;
    expandOne(
      planEvent(event, index, frame),
      (isSeries && replacements.get(event.uid ?? "")) || [],
      frame,
      result,
    );
  }
  result.occurrences.sort((a, b) =>
    a.startUtc < b.startUtc ? -1 : a.startUtc > b.startUtc ? 1 : a.eventIndex - b.eventIndex,
  );
  return result;
}

type Replacement = { plan: EventPlan; time: ReadTime; key: number; following: boolean };

function collectReplacements(events: ReadEvent[], frame: Frame): Map<string, Replacement[]> {
  const byUid = new Map<string, Replacement[]>();
  for (const [index, event] of events.entries()) {
    if (event.uid === null || event.recurrenceId === null) continue;
    const plan = planEvent(event, index, frame);
    const { recurrenceId: time, replacesFollowing: following } = event;
    const entry = { plan, time, key: keyOf(time, plan, frame), following };
    const list = byUid.get(event.uid);
    if (list) list.push(entry);
    else byUid.set(event.uid, [entry]);
  }
  return byUid;
}

function expandOne(plan: EventPlan, replacements: Replacement[], frame: Frame, result: Occurrences): void {
  const { event } = plan;
  const { moments, complete } = momentsOf(plan, frame);
  const removed = removedFrom(plan, frame);
  const replaced = replacedIn(plan, replacements);
  const following = replacements.filter((entry) => entry.following).sort((a, b) => a.key - b.key);
  const repeats = event.rules.length + event.rdates.length > 0 || event.recurrenceId !== null;
  const before = result.occurrences.length;
  let taker: Replacement | undefined;
  for (const moment of moments) {
    const key = epochOf(plan, moment.wall);
    while (following[0] && following[0].key <= key) taker = following.shift();
    const day = Math.floor(moment.wall / SECONDS_PER_DAY);
    if (replaced.keys.has(key) || replaced.days.has(day) || removed.keys.has(key) || removed.days.has(day))
      continue;
    if (result.occurrences.length - before >= frame.mostOfEach) return;
    if (result.occurrences.length >= MOST_IN_ALL || result.occurrences.length - before >= MOST_OF_AN_EVENT) {
      result.cutOff.push({ eventIndex: plan.index, why: "It happens too often to show everything." });
      return;
    }
    if (!taker) {
      const at = happeningOf(plan, moment, frame);
      if (touches(at, frame)) result.occurrences.push(occurrenceOf(plan, at, repeats ? "start" : null));
    } else if (taker.plan.event.rules.length + taker.plan.event.rdates.length === 0) {
      // "This and all following" moved: the same shift, with the new entry's length and words.
      const shift = taker.plan.startWall - wallOf(plan, taker.key);
      const at = happeningOf(taker.plan, { wall: moment.wall + shift, length: taker.plan.length }, frame);
      if (touches(at, frame))
        result.occurrences.push(occurrenceOf(taker.plan, at, { original: textAt(plan, key) }));
    }
  }
  if (!complete) {
    const why = "Its repeat rule asks for more than can be worked out; later dates are missing.";
    result.cutOff.push({ eventIndex: plan.index, why });
  }
}

/** RECURRENCE-ID has the form of its series (RFC 5545 §3.8.4.4); where one has not, a day means what the series has on it. */
function replacedIn({ isDay }: EventPlan, replacements: readonly Replacement[]) {
  const keys = new Set<number>();
  const days = new Set<number>();
  for (const { time, key } of replacements)
    if (isDay || time.kind === "date")
      days.add((parseTime(time.local.slice(0, 10), true)?.wall ?? 0) / SECONDS_PER_DAY);
    else keys.add(key);
  return { keys, days };
}

/** A moment without length touches the window it is in; anything longer, the window it overlaps. */
function touches({ startsAt, endsAt }: Happening, frame: Frame): boolean {
  return startsAt < frame.to && (endsAt === startsAt ? startsAt >= frame.from : endsAt > frame.from);
}
