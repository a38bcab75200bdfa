import { createHash } from "node:crypto";
import { type Occurrence, ownSpan } from "@/lib/adapters/calendar/occurrence";
import type { ReadAttendee, ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import { answerSaid } from "@/lib/domain/calendar/which-ask";
import type { EventReading, OccurrenceReading } from "@/lib/domain/import/payload";

/** So many of the times of a series are told before it is imported; all of them are worked out then. */
export const FEW_OCCURRENCES = 5;
/** More than this many times, an event is not written out any further: what happens daily for six years fits. */
export const MOST_OCCURRENCES = 2500;

/** The part of a calendar entry that says when; kept with the event. */
export type Schedule = Pick<
  ReadEvent,
  | "uid"
  | "start"
  | "end"
  | "duration"
  | "rules"
  | "excludedRules"
  | "rdates"
  | "exdates"
  | "recurrenceId"
  | "replacesFollowing"
  | "ownZones"
>;

/** Whose calendar it is: their own addresses in small letters, in which zone whole days begin, and what is still to come. */
export type CalendarOwner = { addresses: readonly string[]; zone: string; at: Date };

/**
 * What a calendar entry says in the desk's own words. `occurrences` are the next of it, or the first if all are past; a single
 * event outside the window is kept at its own time. Everything is cut to what the desk can hold. Whether it is an invitation depends
 * on the other entries of its series: {@link readInvitations} tells.
 */
export function eventFromEntry(
  event: ReadEvent,
  occurrences: Occurrence[],
  owner: CalendarOwner,
): EventReading {
  const repeats = event.rules.length > 0 || event.rdates.length > 0;
  const shown = occurrences.length === 0 && !repeats ? [ownSpan(event, owner.zone)] : occurrences;
  const times = event.hasNoTime ? [] : shown.slice(0, MOST_OCCURRENCES).map(toOccurrence);
  const isCancelled = event.status?.toUpperCase() === "CANCELLED" || event.method === "CANCEL";
  const remarks = [...event.notes];
  return {
    uid: uidOf(event),
    recurrenceId: event.recurrenceId?.local ?? "",
    sequence: Math.min(Math.max(event.sequence, 0), 2_000_000_000),
    summary: clean(event.summary, 500),
    description: clean(event.description, 20_000),
    location: clean(event.location, 1000),
    link: linkOf(event),
    status: isCancelled ? "CANCELLED" : clean(event.status, 40),
    organiser: clean(event.organizer?.name ?? event.organizer?.email ?? "", 300),
    organiserAddress: clean(event.organizer?.email ?? "", 320).toLowerCase(),
    ...contactOf(event),
    transparent: event.transparency === "transparent",
    answer: answerOf(event, owner),
    stamp: event.stamp,
    attendees: guestsOf(event, owner),
    allDay: event.start.kind === "date",
    zone: event.start.zone,
    rule: event.rules.join("\n").slice(0, 2000),
    source: scheduleOf(event),
    occurrences: times,
    invitation: null,
    method: event.method,
    isPrivate: event.privateFlag,
    isCancelled,
    problem: repeats && times.length === 0 ? "Its last time is more than a year ago." : null,
    remarks,
  };
}

/** Everybody asked to come, and the organiser, who comes without being asked; not the owner, whose calendar it is. */
function guestsOf({ attendees, organizer }: ReadEvent, owner: CalendarOwner): EventReading["attendees"] {
  const asked = attendees.slice(0, 200);
  const isAlone = organizer?.email && !isOwner(organizer, owner);
  const comes = isAlone && !attendees.some((one) => isThem(one, organizer.email ?? ""));
  return [...asked, ...(comes ? [{ ...organizer, status: "accepted" }] : [])].map(
    ({ name, email, contact, status }) => ({
      name: clean(name, 200),
      email: clean(contact ?? email, 320),
      status,
    }),
  );
}

/** What the owner of the calendar answered, where they are asked at all; asked at several addresses, they answer at one of them. */
function answerOf({ attendees }: ReadEvent, owner: CalendarOwner): EventReading["answer"] {
  const said = attendees.filter((one) => isOwner(one, owner)).map(({ status }) => answerSaid(status));
  return said.find((answer) => answer !== "needs-action") ?? said[0] ?? "";
}

/** What later dates are worked out from. */
function scheduleOf(event: ReadEvent): Schedule {
  const {
    uid,
    start,
    end,
    duration,
    rules,
    excludedRules,
    rdates,
    exdates,
    recurrenceId,
    replacesFollowing,
    ownZones,
  } = event;
  return {
    uid,
    start,
    end,
    duration,
    rules,
    excludedRules,
    rdates,
    exdates,
    recurrenceId,
    replacesFollowing,
    ...(ownZones ? { ownZones } : {}),
  };
}

/** One time of an event, as it is written down. */
export function toOccurrence(occurrence: Occurrence): OccurrenceReading {
  return {
    startsAt: occurrence.startUtc,
    endsAt: occurrence.endUtc,
    startDate: occurrence.allDay ? occurrence.start : null,
    endDate: occurrence.allDay ? occurrence.end : null,
  };
}

function isOwner({ email, contact }: ReadAttendee, { addresses }: CalendarOwner): boolean {
  return [email, contact].some((one) => one && addresses.includes(one.toLowerCase()));
}

function contactOf({ organizer }: ReadEvent): Pick<EventReading, "organiserContact"> {
  return organizer?.contact ? { organiserContact: clean(organizer.contact, 320).toLowerCase() } : {};
}

function isThem(attendee: ReadAttendee, email: string): boolean {
  return attendee.email?.toLowerCase() === email.toLowerCase();
}

/** An entry without an id of its own gets a sum of what it says, so that the same file read again finds it. */
function uidOf(event: ReadEvent): string {
  const uid = clean(event.uid, 500);
  if (uid) return uid;
  const said = JSON.stringify([event.summary, event.start, event.end, event.rules, event.location]);
  return `entry:${createHash("sha256").update(said).digest("hex").slice(0, 40)}`;
}

function linkOf(event: ReadEvent): string {
  const link = [...event.conferences, event.url ?? ""].find((text) => /^https?:\/\//i.test(text.trim()));
  return clean(link ?? "", 2000);
}

function clean(text: string | null, most: number): string {
  return (text ?? "").replaceAll("\u0000", "").toWellFormed().slice(0, most).toWellFormed().trim();
}
