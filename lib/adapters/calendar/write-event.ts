import type { ReadEvent, ReadPeriod, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import {
  byForm,
  inFormOf,
  writeDuration,
  writeInstant,
  writeRule,
  writeTimes,
} from "@/lib/adapters/calendar/write-time";
import { escapeText } from "@/lib/adapters/content-lines/write-line";

type Schedule = Pick<
  ReadEvent,
  | "start"
  | "end"
  | "duration"
  | "rules"
  | "excludedRules"
  | "rdates"
  | "exdates"
  | "recurrenceId"
  | "replacesFollowing"
>;

/** A moment, or whole days: the schedule of whatever does not repeat. */
export function once(start: ReadTime, end: ReadTime | null): Schedule {
  const nothing = { rules: [], excludedRules: [], rdates: [], exdates: [] };
  return { start, end, duration: null, ...nothing, recurrenceId: null, replacesFollowing: false };
}

/**
 * An entry to be written: when it is, as {@link ReadEvent} has it (an event's `source` is one), and what it says; "" is left
 * out. `stamp` is when it last changed (DTSTAMP of what is published) or when the message is made. `more` are whole lines,
 * unfolded and already escaped, for ORGANIZER, ATTENDEE and the like: nothing here writes a person by itself.
 */
export type EntryToWrite = Schedule & {
  uid: string;
  stamp: Date;
  sequence: number;
  summary: string;
  description?: string;
  location?: string;
  link?: string;
  status?: "" | "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  transparent?: boolean;
  isPrivate?: boolean;
  categories?: readonly string[];
  more?: readonly string[];
};

/** The lines of one VEVENT (RFC 5545 §3.6.1), unfolded. `series` is the DTSTART of the entry that an override belongs to. */
export function writeEvent(entry: EntryToWrite, series: ReadTime = entry.start): string[] {
  const { start, recurrenceId } = entry;
  const rules = (name: string, texts: readonly string[]) =>
    texts.flatMap((text) => {
      const rule = writeRule(text, start);
      return rule === null ? [] : [`${name}:${rule}`];
    });
  const range = entry.replacesFollowing ? ";RANGE=THISANDFUTURE" : "";
  return [
    "BEGIN:VEVENT",
    textLine("UID", entry.uid),
    `DTSTAMP:${writeInstant(entry.stamp)}`,
    `SEQUENCE:${Math.max(0, Math.floor(entry.sequence))}`,
    recurrenceId ? writeTimes(`RECURRENCE-ID${range}`, [inFormOf(recurrenceId, series)]) : "",
    writeTimes("DTSTART", [start]),
    endOf(entry),
    ...rules("RRULE", entry.rules),
    ...rules("EXRULE", entry.excludedRules),
    ...rdateLines(entry.rdates, entry),
    ...byForm(entry.exdates.map((time) => inFormOf(time, start))).map((times) => writeTimes("EXDATE", times)),
    textLine("SUMMARY", entry.summary),
    textLine("LOCATION", entry.location ?? ""),
    textLine("DESCRIPTION", entry.description ?? ""),
    urlLine(entry.link ?? ""),
    entry.status ? `STATUS:${entry.status}` : "",
    entry.transparent ? "TRANSP:TRANSPARENT" : "",
    entry.isPrivate ? "CLASS:PRIVATE" : "",
    entry.categories?.length
      ? `CATEGORIES:${entry.categories.map((text) => escapeText(plain(text))).join(",")}`
      : "",
    ...(entry.more ?? []),
    "END:VEVENT",
  ].filter((line) => line !== "");
}

/** All times that stand in an entry, in the form in which they are written: what zones it needs, and for which years. */
export function timesOf(entry: EntryToWrite, series: ReadTime = entry.start): ReadTime[] {
  const { start, end, exdates, rdates, recurrenceId } = entry;
  const formed = [
    ...exdates,
    ...rdates.flatMap((period) => [period.start, ...(period.end ? [period.end] : [])]),
  ];
  return [
    start,
    ...(end ? [endForm(end, start)] : []),
    ...formed.map((time) => inFormOf(time, start)),
    ...(recurrenceId ? [inFormOf(recurrenceId, series)] : []),
  ];
}

/** A property that is text, its escapes made; "" for nothing to say. */
export function textLine(name: string, text: string): string {
  const said = plain(text);
  return said === "" ? "" : `${name}:${escapeText(said)}`;
}

/** DTEND has the form of DTSTART, though its zone may be another (RFC 5545 §3.8.2.2). */
function endForm(end: ReadTime, start: ReadTime): ReadTime {
  return end.kind === "zoned" && start.kind === "zoned" ? end : inFormOf(end, start);
}

function endOf({ start, end, duration }: EntryToWrite): string {
  if (end) return writeTimes("DTEND", [endForm(end, start)]);
  return duration ? `DURATION:${writeDuration(duration)}` : "";
}

/** Plain dates on one line; periods, which have a length of their own, on lines of theirs (RFC 5545 §3.8.5.2). */
function rdateLines(periods: readonly ReadPeriod[], { start }: EntryToWrite): string[] {
  const plainOnes = periods.filter((period) => !period.end && !period.duration);
  const others = periods.filter((period) => period.end || period.duration);
  return [
    ...byForm(plainOnes.map((period) => inFormOf(period.start, start))).map((times) =>
      writeTimes("RDATE", times),
    ),
    ...others.map((period) => periodLine(period, start)),
  ];
}

function periodLine({ start: from, end, duration }: ReadPeriod, start: ReadTime): string {
  const head = writeTimes("RDATE", [inFormOf(from, start)]);
  // Of whole days a period cannot be written: PERIOD is of times (§3.3.9).
  if (start.kind === "date") return head;
  const colon = head.indexOf(":");
  const until = end
    ? writeTimes("", [inFormOf(end, start)])
        .split(":")
        .at(-1)
    : duration
      ? writeDuration(duration)
      : "";
  return `${head.slice(0, colon).replace("RDATE", "RDATE;VALUE=PERIOD")}${head.slice(colon)}/${until}`;
}

/** URL is a URI, so nothing in it is escaped; what is no web address stays out. */
function urlLine(link: string): string {
  const address = plain(link).replace(/\s/g, "");
  return /^https?:\/\//i.test(address) ? `URL:${address}` : "";
}

/** Control characters have no place in a value (RFC 5545 §3.3.11); line breaks and tabs are written as such. */
function plain(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, "");
}
