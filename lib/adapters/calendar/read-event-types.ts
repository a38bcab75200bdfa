import type { DurationValue } from "@/lib/adapters/calendar/time-values";
import type { ZonePart } from "@/lib/adapters/calendar/zone";

/**
 * A moment as a calendar writes it. `local` is "YYYY-MM-DD" for a whole day, else "YYYY-MM-DDTHH:MM:SS" on the wall of
 * its zone (of UTC for "utc"; of whoever reads it for "floating").
 */
export type ReadTime = {
  kind: "date" | "zoned" | "utc" | "floating";
  local: string;
  /** IANA name or fixed offset to store; null for whole days and floating times. */
  zone: string | null;
  /** The TZID as written, when it was another than `zone`. */
  writtenZone: string | null;
  /** The instant, "…Z"; null for whole days and floating times. */
  utc: string | null;
};

export type ReadAttendee = {
  name: string | null;
  email: string | null;
  /** Where they are reached, where `email` is only the one that answers go to. */
  contact?: string;
  /** accepted, declined, tentative, needs-action, delegated; lower case. */
  status: string | null;
  role: string | null;
  rsvp: boolean;
};

export type ReadPeriod = { start: ReadTime; end: ReadTime | null; duration: DurationValue | null };

/** One VEVENT, understood. */
export type ReadEvent = {
  uid: string | null;
  sequence: number;
  method: string | null;
  summary: string | null;
  description: string | null;
  location: string | null;
  url: string | null;
  /** Where to dial in or click: CONFERENCE and the links mail programs add. */
  conferences: string[];
  start: ReadTime;
  /** A message about an event that does not say when that is: `start` is when the message was made. */
  hasNoTime?: true;
  /** The end as written or from the duration; exclusive. Null when the event has none (a moment, or one whole day). */
  end: ReadTime | null;
  duration: DurationValue | null;
  /** RRULE lines, normalized; rules that cannot be repeated are left out with a note. */
  rules: string[];
  excludedRules: string[];
  rdates: ReadPeriod[];
  exdates: ReadTime[];
  /** Which occurrence of the series this event replaces; null for the series itself. */
  recurrenceId: ReadTime | null;
  replacesFollowing: boolean;
  /** The rules of zones that only its file knows, by TZID as its times name them; absent where there are none. */
  ownZones?: Record<string, ZonePart[]>;
  status: string | null;
  class: string | null;
  privateFlag: boolean;
  transparency: "opaque" | "transparent";
  organizer: ReadAttendee | null;
  /** Who sends for the organiser (SENT-BY, RFC 5545 §3.2.18), by address. */
  sentBy?: string;
  /** A word beside a message about the event (COMMENT, RFC 5546 §3.2). */
  comment?: string;
  attendees: ReadAttendee[];
  categories: string[];
  priority: number | null;
  alarms: { action: string | null; trigger: string | null }[];
  geo: string | null;
  created: string | null;
  lastModified: string | null;
  stamp: string | null;
  notes: string[];
  line: number;
};

export type ReadTodo = {
  uid: string | null;
  summary: string | null;
  description: string | null;
  due: ReadTime | null;
  start: ReadTime | null;
  status: string | null;
  completed: string | null;
  priority: number | null;
  line: number;
};
