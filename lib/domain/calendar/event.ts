/** Entries of the calendar that are made here: what is typed of one, and which of a series a change is for. */
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { CheckView } from "@/lib/domain/calendar/check";
import type { Refusal } from "@/lib/domain/refusal";

/** Of a series: this one alone, this and all that follow, or all of them. An entry that happens once knows "all" only. */
export const eventScopes = ["one", "following", "all"] as const;
export type EventScope = (typeof eventScopes)[number];

/** Somebody who comes along. Told to nobody: a guest is never asked by us (no ATTENDEE leaves this desk). */
export type EventGuest = { name: string; email: string; personId: string | null };

/**
 * An entry as a person types it. `start` and `end` are on the wall of `zone`: "YYYY-MM-DDTHH:MM", or "YYYY-MM-DD" for whole days,
 * where `end` is the last day, included. `rule` is an RRULE without its name (RFC 5545 §3.3.10), "" for once.
 */
export type EventInput = {
  summary: string;
  start: string;
  end: string;
  allDay: boolean;
  zone: string;
  place: string;
  link: string;
  note: string;
  rule: string;
  guests: EventGuest[];
  isPrivate: boolean;
  /** Leaves the time free for others (TRANSP, RFC 5545 §3.8.2.7). */
  isFree: boolean;
  /** Minutes on the way before and after; null: as usual on the desk. */
  travelMinutes: number | null;
  /** Whether it is double-checked; null: as the rule has it (somebody else is coming). */
  wantsCheck: boolean | null;
};

/** What may be done with an entry, answered by the rules that the server asks again. */
export type EventCan = {
  /** Moving, changing and taking away: ours to do. */
  change: boolean;
  /** Only the client makes private, or open. */
  hide: boolean;
  check: boolean;
  answer: boolean;
  /** The client lets a held one stand. */
  allow: boolean;
};

/** One entry with everything its window and its form show. Instants ISO UTC. */
export type EventDetail = EventInput & {
  id: string;
  version: number;
  uid: string;
  /** The happening that was asked for; of an entry that happens once, itself. */
  startsAt: string;
  endsAt: string;
  isRepeating: boolean;
  /** The rule in words, "" for once. */
  repeatWords: string;
  own: boolean;
  held: boolean;
  overProtected: boolean;
  status: string;
  organiser: string;
  answer: "" | "needs-action" | "accepted" | "tentative" | "declined";
  /** Where it comes from, when it is another calendar: its name. */
  calendarName: string | null;
  /** When that calendar was last read, ISO UTC; null for ours, and for what a file brought. */
  readAt: string | null;
  /** Who put it on the calendar, of the history; "" where that is not known. */
  madeBy: string;
  isMadeByAgent: boolean;
  /** The task that answers or checks it, if there is one. */
  tasks: { id: string; kind: "event-invite" | "meeting-check" | "other"; title: string; state: string }[];
  check: CheckView | null;
  can: EventCan;
  seq: number;
};

type Seen = { own: boolean; removedAt: string | null; status: string };

/** Ours is what was made here. What comes from elsewhere is changed there, and comes again. Null means yes. */
export function whyNotChangeEvent(event: Seen): Refusal | null {
  if (event.removedAt !== null) return { code: "not-found" };
  return event.own ? null : { code: "not-ours" };
}

/** Taking away is for ours, and for what was brought here once by a file; what a calendar keeps is taken away there. */
export function whyNotRemoveEvent(event: Seen & { calendarId: string | null }): Refusal | null {
  if (event.removedAt !== null) return { code: "not-found" };
  return event.own || event.calendarId === null ? null : { code: "not-ours" };
}

/** Fence 7: what is private is the client's to decide. */
export function whyNotHideEvent(who: Pick<Actor, "role" | "door" | "clientName">): Refusal | null {
  return isClientInPerson(who) ? null : { code: "only-client", clientName: who.clientName };
}

/** I8: what waits over kept time is let stand, or not, by the client. Null means yes. */
export function whyNotAllowEvent(
  who: Pick<Actor, "role" | "door" | "clientName">,
  event: { held: boolean },
): Refusal | null {
  if (!isClientInPerson(who)) return { code: "only-client", clientName: who.clientName };
  return event.held ? null : { code: "already-answered" };
}
