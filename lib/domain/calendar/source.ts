/** Calendars that are kept on other machines: a file that is read again and again, or a collection of a CalDAV server. */
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Answer } from "@/lib/domain/calendar/which-ask";
import type { Refusal } from "@/lib/domain/refusal";

export const calendarKinds = ["feed", "caldav"] as const;
export type CalendarKind = (typeof calendarKinds)[number];
export type CalendarState = "new" | "in-step" | "failing" | "paused";

/** A calendar as lists show it. What only the client may know (`host`, `username`, the counts) is null for others. Instants ISO UTC. */
export type CalendarSource = {
  id: string;
  version: number;
  name: string;
  kind: CalendarKind;
  isPrivate: boolean;
  takesOurs: boolean;
  state: CalendarState;
  lastSyncedAt: string | null;
  lastError: string;
  host: string | null;
  username: string | null;
  events: number;
  waiting: number | null;
  conflicts: number | null;
  unread: number | null;
};

/** An entry that was changed here and there. Both sides in words, line by line. */
export type CalendarConflict = {
  href: string;
  summary: string;
  fields: { label: string; here: string; there: string }[];
};
/** An object that could not be read, and why. */
export type UnreadItem = { href: string; why: string };
export type CalendarSourceDetail = CalendarSource & {
  conflictList: CalendarConflict[];
  unreadList: UnreadItem[];
};

/** A calendar that a server has. */
export type FoundCalendar = { url: string; name: string; isWritable: boolean };

/** What was found behind an address: calendars of a server, or one calendar that is read as a file. */
export type FoundAtAddress = { calendars: FoundCalendar[]; feed: FoundFeed | null };
export type FoundFeed = { url: string; name: string; events: number };

/** How one object of a calendar stands. `left-out`: it is ours to write there, or twice in one calendar. */
export type ItemState = "in-step" | "conflict" | "gone" | "unreadable" | "left-out";

/** Where calendars are kept, with which password, and whether they are private, is the client's to say. Null means yes. */
export function whyNotKeepCalendars(who: Pick<Actor, "role" | "door" | "clientName">): Refusal | null {
  return isClientInPerson(who) ? null : { code: "only-client", clientName: who.clientName };
}

/** As far as the rules need a calendar. */
type Keeper = { id: string; isPrivate: boolean };

/**
 * Whether this calendar is the one that says what an entry says. Ours is changed here alone. What a file brought once is kept up
 * to date by the first calendar that has it; of several calendars the first one keeps it, an open one before a private one.
 */
export function keepsEntry(
  reader: Keeper,
  entry: { own: boolean; calendarId: string | null },
  keeper: Keeper | null,
): boolean {
  if (entry.own) return false;
  if (entry.calendarId === null || entry.calendarId === reader.id || keeper === null) return true;
  return keeper.isPrivate && !reader.isPrivate;
}

type Version = { sequence: number; stamp: string | null };

/** Whether what a calendar has is an older version than what is here from elsewhere (RFC 5546 §2.1.5). */
export function isOlderVersion(there: Version, here: Version): boolean {
  if (there.sequence !== here.sequence) return there.sequence < here.sequence;
  return there.stamp !== null && here.stamp !== null && Date.parse(there.stamp) < Date.parse(here.stamp);
}

type Answered = { answer: Answer; sequence: number };

/** The client's answer stands until the organiser's calendar has it: only a new version of the invitation asks again. */
export function answerKept(there: Answered, here: Answered): Answer {
  const isStale = there.answer === "needs-action" && there.sequence <= here.sequence;
  return isStale && here.answer !== "" ? here.answer : there.answer;
}
