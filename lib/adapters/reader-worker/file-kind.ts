import { isPeopleJson } from "@/lib/adapters/contacts/read-people-json";
import { toByteText } from "@/lib/adapters/content-lines/to-byte-text";

export type FileKind = "vcard" | "icalendar" | "people-json" | "table" | "unknown";

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
  if (isPeopleJson(start)) return ["people-json"];
  // A note in a table may say anything, also how a card begins.
  const isTable = /\.(csv|tsv|tab)$/i.test(fileName) && !/^[^a-z]*BEGIN[ \t]*:/i.test(start);
  if (isTable && looksLikeTable(text, fileName)) return ["table"];
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
  if (/^(DTSTART|RRULE)[;:]/im.test(text.slice(0, 4_000))) return ["icalendar"];
  return looksLikeTable(text, fileName) ? ["table"] : [];
}

/** A table by its name, or because its first lines are parted alike; pictures and programs have bytes no text has. */
function looksLikeTable(text: string, fileName: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a text from something else.
  if (/[\x00-\x08\x0e-\x1a]/.test(text.slice(0, 4_000))) return false;
  if (/\.(csv|tsv|tab)$/i.test(fileName)) return true;
  const lines = text.slice(0, 8_000).split(/\r?\n/).slice(0, 5);
  return lines.length > 1 && [",", ";", "\t"].some((by) => (lines[0] ?? "").split(by).length > 2);
}
