import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayWho, shorten, text } from "@/lib/domain/history/words";
import { type ContactHow, sayContact } from "@/lib/domain/person/contact";

/** What was done to contact with somebody that was noted. `subjectName` is whom it was with, where the reader may know. */
export function sayContactChange(entry: LoggedChange): string {
  const { before, after, subjectName } = entry;
  const who = sayWho(entry);
  const whom = subjectName ? ` with “${shorten(subjectName)}”` : "";
  const note = text(after?.note);
  if (before === null)
    return `${who} noted ${sayContact(text(after?.how) as ContactHow)}${whom}${note ? `: “${shorten(note)}”` : ""}.`;
  if (text(after?.removed_at)) return `${who} took back that there was contact${whom}.`;
  if (text(before.removed_at)) return `${who} brought contact${whom} back.`;
  return `${who} changed what was noted of contact${whom}.`;
}

/** What was done to a promise. `subjectName` is whom it is to or from. */
export function sayPromiseChange(entry: LoggedChange): string {
  const { before, after, subjectName } = entry;
  const who = sayWho(entry);
  const what = `a promise${subjectName ? ` with “${shorten(subjectName)}”` : ""}`;
  if (before === null) return `${who} wrote down ${what}: “${shorten(text(after?.text) ?? "")}”.`;
  if (text(after?.removed_at)) return `${who} removed ${what}.`;
  if (text(before.removed_at)) return `${who} brought back ${what}.`;
  if (after && "kept_at" in after)
    return text(after.kept_at)
      ? `${who} noted that ${what} is kept.`
      : `${who} took back that ${what} is kept.`;
  return `${who} changed ${what}.`;
}
