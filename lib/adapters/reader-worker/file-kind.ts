import { toByteText } from "@/lib/adapters/content-lines/to-byte-text";

export type FileKind = "vcard" | "icalendar" | "unknown";

/** Enough to know; a file is not copied whole to find out what it is. */
const LOOKED_AT = 1024 * 1024;

/**
 * What a file holds, by its beginning, the first found first; its name decides only when the content says nothing. A file
 * may hold both.
 */
export function kindsOfFile(bytes: Uint8Array, fileName: string): Exclude<FileKind, "unknown">[] {
  const { text } = toByteText(bytes.subarray(0, LOOKED_AT));
  const start = text.slice(0, 400);
  if (/^\s*\[\s*(\[\s*)?"vcard"/i.test(start)) return ["vcard"];
  if (/^\s*\[\s*(\[\s*)?"v(calendar|event)"/i.test(start)) return ["icalendar"];
  const card = text.search(/BEGIN[ \t]*:[ \t]*VCARD/i);
  const calendar = text.search(
    /BEGIN[ \t]*:[ \t]*(VCALENDAR|VEVENT|VTODO|VJOURNAL|VTIMEZONE|VFREEBUSY|VALARM|VAVAILABILITY)/i,
  );
  if (card >= 0 && calendar >= 0) return card < calendar ? ["vcard", "icalendar"] : ["icalendar", "vcard"];
  if (card >= 0) return ["vcard"];
  if (calendar >= 0) return ["icalendar"];
  if (/\.(vcf|vcard)$/i.test(fileName)) return ["vcard"];
  if (/\.(ics|ical|ifb|icalendar|vcs)$/i.test(fileName)) return ["icalendar"];
  if (/^(FN|N|EMAIL|TEL)[;:]/im.test(text.slice(0, 4_000))) return ["vcard"];
  return /^(DTSTART|RRULE)[;:]/im.test(text.slice(0, 4_000)) ? ["icalendar"] : [];
}
