import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayFields, sayWho, shorten, text } from "@/lib/domain/history/words";

/** An address at which the calendar is read elsewhere: made, given anew, taken back. `subjectName` is what it is called. */
export function sayFeed(entry: LoggedChange): string {
  const who = sayWho(entry);
  const { before, after } = entry;
  const name = entry.subjectName ?? text(after?.name);
  const what = name ? `“${shorten(name)}”` : "a calendar to read elsewhere";
  if (before === null) return `${who} made an address for ${what}: ${shows(after?.scope)}.`;
  if (text(after?.revoked_at)) return `${who} took the address of ${what} back.`;
  if (text(after?.issued_at)) return `${who} gave ${what} a new address; the old one opens nothing any more.`;
  return `${who} changed the ${sayFields(entry) || "name"} of ${what}.`;
}

function shows(scope: unknown): string {
  if (scope === "birthdays") return "birthdays and other days, to read elsewhere";
  return scope === "assistant"
    ? "the calendar as an assistant sees it, to read elsewhere"
    : "the whole calendar, to read elsewhere";
}
