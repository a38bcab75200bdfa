import type { Email } from "postal-mime";
import { expandOccurrences, type Occurrence, type Window } from "@/lib/adapters/calendar/expand-occurrences";
import { readCalendar, type SkippedEntry } from "@/lib/adapters/calendar/read-calendar";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import { messageOf, parseMail, type ReadMessage } from "@/lib/adapters/mail/read-message";

/** The mail that a message about an event came by: who sent it, to which addresses (in small letters), and its own words. */
export type ItipMail = {
  from: { name: string; address: string } | null;
  to: string[];
  message: ReadMessage | null;
};

/** What a file or a saved e-mail says about events. `occurrences` are those of the window, by the place of their event. */
export type ReadItip = {
  mail: ItipMail | null;
  events: ReadEvent[];
  occurrences: Occurrence[];
  skipped: SkippedEntry[];
  /** A calendar that is there, but in a wrapping that only one program opens (winmail.dat). */
  isWrapped: boolean;
};

/** Nobody writes mail in more; each further part makes reading slower than the one before. */
const MOST_PARTS = 1_000;
const MOST_MAIL_BYTES = 11 * 1024 * 1024;
const MOST_CALENDARS = 5;
/** A series with an exception for every week of two years has a hundred. */
const MOST_ENTRIES = 200;
/** Nobody is invited to more in one message; a whole calendar is imported. */
const MOST_SERIES = 20;

/**
 * Reads messages about events (RFC 5546) from an .ics file, or from a saved e-mail with calendars in it (RFC 6047): each once,
 * however often the mail carries it. The METHOD is the calendar's own; where it has none, that of the part's Content-Type.
 * Null for what is neither. Throws {@link AsksTooMuch} for more parts or entries than any invitation has.
 */
export async function readItip(bytes: Uint8Array, window: Window): Promise<ReadItip | null> {
  const found: ReadItip = { mail: null, events: [], occurrences: [], skipped: [], isWrapped: false };
  if (isCalendar(bytes)) {
    addCalendar(bytes, null, window, found);
    return found;
  }
  if (bytes.byteLength > MOST_MAIL_BYTES || countParts(bytes) > MOST_PARTS)
    throw new AsksTooMuch(`${MOST_PARTS.toLocaleString("en")} parts of a mail`);
  const mail = await parseMail(bytes);
  if (mail === null || (mail.headers.length === 0 && mail.attachments.length === 0)) return null;
  found.mail = mailOf(mail);
  const parts = mail.attachments.filter(isCalendarPart).slice(0, MOST_CALENDARS);
  for (const part of parts) addCalendar(bytesOf(part.content), part.method ?? null, window, found);
  found.isWrapped =
    parts.length === 0 &&
    mail.attachments.some(
      (part) => /ms-tnef$/i.test(part.mimeType) || /winmail\.dat$/i.test(part.filename ?? ""),
    );
  return found;
}

function addCalendar(bytes: Uint8Array, method: string | null, window: Window, found: ReadItip): void {
  const read = readCalendar(bytes);
  const known = new Set(found.events.map(keyOf));
  const events = read.events.filter((event) => {
    event.method ??= method;
    return !known.has(keyOf(event));
  });
  if (found.events.length + events.length > MOST_ENTRIES)
    throw new AsksTooMuch(`${MOST_ENTRIES} entries of an invitation`);
  if (new Set([...found.events, ...events].map(({ uid }) => uid)).size > MOST_SERIES)
    throw new AsksTooMuch(`${MOST_SERIES} invitations at once`);
  const { occurrences } = expandOccurrences(events, window);
  const before = found.events.length;
  found.events.push(...events);
  found.occurrences.push(...occurrences.map((one) => ({ ...one, eventIndex: one.eventIndex + before })));
  found.skipped.push(...read.skipped.slice(0, MOST_ENTRIES));
}

/** The same message in the body of a mail and again as its file is one. */
function keyOf({ method, uid, recurrenceId, sequence, stamp, attendees }: ReadEvent): string {
  const who = method === "REPLY" || method === "COUNTER" ? (attendees[0]?.email ?? "") : "";
  return JSON.stringify([method, uid, recurrenceId?.local, sequence, stamp, who]);
}

function isCalendar(bytes: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096)).replaceAll("\0", "");
  return (
    /^[^a-z[]*BEGIN[ \t]*:[ \t]*V(CALENDAR|EVENT)/i.test(start) ||
    /^\s*\[\s*(\[\s*)?"v(calendar|event)"/i.test(start)
  );
}

/** Every part begins after a line of two dashes. */
function countParts(bytes: Uint8Array): number {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let parts = 0;
  for (let at = whole.indexOf("\n--"); at >= 0 && parts <= MOST_PARTS; at = whole.indexOf("\n--", at + 3))
    parts++;
  return parts;
}

function isCalendarPart(part: Email["attachments"][number]): boolean {
  const isNamed = /\.ics$/i.test(part.filename ?? "") && /octet-stream$|^text\/plain$/i.test(part.mimeType);
  return /^(text\/calendar|application\/ics)$/i.test(part.mimeType) || isNamed;
}

function bytesOf(content: string | ArrayBuffer | Uint8Array): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function mailOf(mail: Email): ItipMail {
  const from = mail.from && "address" in mail.from && mail.from.address ? mail.from : null;
  const to = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap((one) =>
    "address" in one ? (one.address ?? []) : [],
  );
  return {
    from: from
      ? {
          name: (from.name ?? "").trim().slice(0, 200),
          address: (from.address ?? "").trim().slice(0, 320).toLowerCase(),
        }
      : null,
    to: to.slice(0, 200).map((address) => address.trim().toLowerCase()),
    message: messageOf(mail),
  };
}
