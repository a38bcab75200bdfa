/** Calendars that are kept on other machines: a file that is read again and again, or a collection of a CalDAV server. */
import type { Actor } from "@/lib/domain/actor";
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

/** Where calendars are kept, with which password, and whether they are private, is the client's to say. Null means yes. */
export function whyNotKeepCalendars(who: Pick<Actor, "role" | "clientName">): Refusal | null {
  return who.role === "client" ? null : { code: "only-client", clientName: who.clientName };
}
