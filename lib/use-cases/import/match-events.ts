import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import type { Tx } from "@/lib/data/client";
import { findKnownKeys } from "@/lib/data/day-tasks";
import { type EventFacts, listEventsByUid, type StoredEvent } from "@/lib/data/events";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { invitationKey } from "@/lib/domain/calendar/invitation-key";
import { takeItip } from "@/lib/domain/calendar/take-itip";
import type { EventReading } from "@/lib/domain/import/payload";
import { firstName } from "@/lib/domain/person/first-name";
import { placeOfDay, startOfSeries } from "@/lib/use-cases/calendar/find-day";
import { answerAfter } from "@/lib/use-cases/import/same-time";
import { knownEntry } from "@/lib/use-cases/invitation/known-entry";

const IN_CALENDAR = "It is in the calendar already.";
/** Why an entry is left out of which an earlier line of the same import has told. */
export const COMES_TWICE = "The same entry comes twice in these files.";
/** Messages about an entry that say nothing of it themselves (RFC 5546). */
const SAID_ABOUT = new Set(["REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"]);
/** Nothing is made twice: what a file says again is no news, and a task that somebody has dealt with elsewhere would come back with it. */
const UNASKED =
  "It waits for an answer, but what is here unchanged makes no task: add one if it is still to be answered.";

type Decided = { why: string } & (
  | { outcome: "skip" }
  | { outcome: "make" }
  | { outcome: "add"; stored: StoredEvent }
  | { outcome: "same"; stored: StoredEvent }
);

/**
 * What a calendar entry comes to; `stored` is the one that is there already. `asks` is the invitation of which a task is made, under
 * the name that it has here.
 */
export type EventDecision = Decided & { asks: EventReading | null };

/** Compares entries with the calendar, one by one; an entry that comes twice in the file is decided once. */
export class EventMatcher {
  readonly #stored = new Map<string, StoredEvent>();
  readonly #starts = new Map<string, ReadTime | null>();
  readonly #seen = new Set<string>();
  readonly #asked = { ever: new Set<string>(), standing: new Set<string>() };

  constructor(readonly actor: Pick<Actor, "role" | "door" | "clientName" | "workspace">) {}

  async load(tx: Tx, entries: EventReading[]): Promise<void> {
    const uids = [...new Set(entries.map((entry) => entry.uid))];
    const stored = await listEventsByUid(tx, this.actor.workspace.id, uids);
    // As it is kept, or else as these files have it.
    for (const one of [...stored, ...entries])
      if (one.recurrenceId === "" && !this.#starts.has(one.uid))
        this.#starts.set(one.uid, startOfSeries([one]));
    for (const event of stored) this.#stored.set(this.#keyOf(event), event);
    await this.#loadAsked(
      tx,
      entries.filter((entry) => entry.invitation !== null),
    );
  }

  /** Which of these invitations have their task already. */
  async #loadAsked(tx: Tx, invitations: EventReading[]): Promise<void> {
    if (invitations.length === 0) return;
    const keys = invitations.map((entry) =>
      invitationKey(asNamedHere(entry, this.#stored.get(this.#keyOf(entry)))),
    );
    for (const which of ["ever", "standing"] as const)
      for (const key of await findKnownKeys(tx, this.actor.workspace.id, keys, which))
        this.#asked[which].add(key);
  }

  /** The same day of a series is one entry, in whatever zone or form it is written. */
  #keyOf(event: { uid: string; recurrenceId: string; source: unknown }): string {
    return `${event.uid}\n${placeOfDay(event, this.#starts.get(event.uid) ?? null)}`;
  }

  /** Whether the series stood in the calendar before this import: its times then have to be worked out together. */
  isOlderThan(importId: string, uid: string): boolean {
    return [...this.#stored.values()].some((event) => event.uid === uid && event.importId !== importId);
  }

  decide(entry: EventReading): EventDecision {
    const decided = this.#decide(entry);
    if (entry.invitation === null) return { ...decided, asks: null };
    const why = this.#isUnasked(entry, decided) ? `${decided.why} ${UNASKED}` : decided.why;
    return { ...decided, why, asks: this.#whatAsks(entry, decided) };
  }

  /** What is here as it was, unanswered, and never had a task: read before invitations made any, or at an address nobody knew then. */
  #isUnasked(entry: EventReading, decided: Decided): boolean {
    if (decided.outcome !== "same" || decided.why !== IN_CALENDAR) return false;
    const { stored } = decided;
    const key = invitationKey(asNamedHere(entry, stored));
    return answerAfter(entry, stored) === "needs-action" && !this.#asked.ever.has(key);
  }

  /** What is new asks unless its task is here; what was here asks where it is unanswered now, and nobody took its task back by hand. */
  #whatAsks(entry: EventReading, decided: Decided): EventReading | null {
    if (decided.outcome === "make") return this.#asked.standing.has(invitationKey(entry)) ? null : entry;
    if (decided.outcome !== "add" || answerAfter(entry, decided.stored) !== "needs-action") return null;
    const named = asNamedHere(entry, decided.stored);
    return this.#asked.ever.has(invitationKey(named)) ? null : named;
  }

  #decide(entry: EventReading): Decided {
    const remarks = entry.remarks.join(" ");
    if (entry.problem !== null) return { outcome: "skip", why: entry.problem };
    if (entry.isPrivate && !isClientInPerson(this.actor)) {
      return {
        outcome: "skip",
        why: `The entry is marked private: only ${firstName(this.actor.clientName)} can import it.`,
      };
    }
    const stored = this.#stored.get(this.#keyOf(entry));
    const no = this.#whyNotSaid(entry, stored);
    if (!isSaidAbout(entry)) {
      if (this.#seen.has(this.#keyOf(entry))) return { outcome: "skip", why: COMES_TWICE };
      this.#seen.add(this.#keyOf(entry));
    }
    if (no !== null) return stored ? { outcome: "same", stored, why: no } : { outcome: "skip", why: no };
    if (!stored) {
      // A day of a series that is here is called off, and so the series knows of it.
      const isOfSeries =
        entry.recurrenceId !== "" && this.#stored.has(this.#keyOf({ ...entry, recurrenceId: "" }));
      if (entry.isCancelled && isOfSeries) return { outcome: "make", why: "One day of it was cancelled." };
      if (entry.isCancelled) return { outcome: "skip", why: "It was cancelled, and is not in the calendar." };
      return { outcome: "make", why: remarks };
    }
    if (entry.sequence < stored.sequence) {
      return { outcome: "same", stored, why: "The calendar has a newer version of it." };
    }
    if (entry.method === "CANCEL") {
      if (stored.status.toUpperCase() === "CANCELLED")
        return { outcome: "same", stored, why: "It was cancelled already." };
      return { outcome: "add", stored, why: "It was cancelled." };
    }
    const changed = changedFields(stored, entry);
    if (changed.length === 0) return { outcome: "same", stored, why: IN_CALENDAR };
    return { outcome: "add", stored, why: [`Changes: ${changed.join(", ")}.`, remarks].join(" ").trim() };
  }

  /** A message about an entry that is here is its organiser's word, or a guest's: the rule is the one by which invitations are taken in. */
  #whyNotSaid(entry: EventReading, stored: StoredEvent | undefined): string | null {
    const series = this.#stored.get(this.#keyOf({ ...entry, recurrenceId: "" })) ?? null;
    const stands = stored ?? series;
    const { method } = entry;
    if (stands === null && isSaidAbout(entry))
      return "It is said about something that is not in the calendar.";
    if (!method || method === "PUBLISH" || stands === null) return null;
    const { sequence, stamp, organiserAddress: organiser } = entry;
    const known = { entry: stored ? knownEntry(stored) : null, series: series && knownEntry(series) };
    const take = takeItip({ method, sequence, stamp, organiser, attendee: "" }, known, new Set());
    if (take === "other-organiser") return "It comes from somebody else than whose event it is.";
    if (take === "older") return "The calendar has a newer version of it.";
    const isSaid = ["invite", "update", "cancel", "same", "ours"].includes(take);
    return isSaid ? null : "This is said about it. Take it in as an invitation.";
  }
}

/** An answer, a proposal, a question: what it is about is an entry of its own. */
export function isSaidAbout({ method }: EventReading): boolean {
  return SAID_ABOUT.has(method ?? "");
}

/** A task asks about a day under the name that it has here, and is as private as what is here. */
function asNamedHere(entry: EventReading, stored: StoredEvent | undefined): EventReading {
  if (!stored) return entry;
  const { recurrenceId, isPrivate } = stored;
  return { ...entry, recurrenceId, isPrivate: entry.isPrivate || isPrivate };
}

/** The columns of an entry as the desk keeps them. */
export function factsOfEntry(entry: EventReading): EventFacts {
  const {
    occurrences: _,
    invitation: __,
    isPrivate: ___,
    isCancelled: ____,
    problem: _____,
    remarks: ______,
    method: _______,
    organiserContact: ________,
    stamp,
    ...facts
  } = entry;
  return { ...facts, stamp: stamp ? new Date(stamp) : null };
}

const words: [keyof EventFacts, string][] = [
  ["summary", "name"],
  ["source", "time"],
  ["location", "place"],
  ["link", "link"],
  ["description", "description"],
  ["status", "status"],
  ["organiser", "organiser"],
  ["attendees", "guests"],
];

function changedFields(stored: StoredEvent, entry: EventReading): string[] {
  const facts = factsOfEntry(entry);
  return words.filter(([key]) => sumOf(stored[key]) !== sumOf(facts[key])).map(([, word]) => word);
}

/** What something says, the same whatever the order of the keys: PostgreSQL keeps its own. */
export function sumOf(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
