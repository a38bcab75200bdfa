import type { ReadAttendee } from "@/lib/adapters/calendar/read-event-types";
import { type ContentLine, paramValue } from "@/lib/adapters/content-lines/content-line";
import { decodeText } from "@/lib/adapters/content-lines/decode-text";
import { textValue } from "@/lib/adapters/content-lines/text-values";

/** iCloud gives each guest's answer an address of its own, and tells the person's beside it (EMAIL). */
const ANSWERS_ONLY = /@imip\.me\.com$/i;

/** ORGANIZER and ATTENDEE (RFC 5545 §3.8.4); in vCalendar 1.0 the value is `Name <address>`. Null when empty. */
export function readAttendee(line: ContentLine): ReadAttendee | null {
  const value = textValue(line).slice(0, 1000);
  const inBrackets = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(value);
  const address = (inBrackets?.[2] ?? value).replace(/^mailto:\s*/i, "").trim();
  const fromParam = paramValue(line, "EMAIL");
  const email = address.includes("@") ? address : fromParam;
  const cn = paramValue(line, "CN");
  const name = cn
    ? decodeText(cn, null).trim()
    : (inBrackets?.[1]?.trim() ?? (address.includes("@") ? "" : address));
  if (!email && !name) return null;
  const status = paramValue(line, "PARTSTAT") ?? paramValue(line, "STATUS");
  return {
    name: name || null,
    email: email || null,
    ...(ANSWERS_ONLY.test(address) && fromParam?.includes("@") ? { contact: fromParam.trim() } : {}),
    status: status?.toLowerCase() ?? null,
    role: paramValue(line, "ROLE")?.toLowerCase() ?? null,
    rsvp: /^(true|yes)$/i.test(paramValue(line, "RSVP") ?? ""),
  };
}
