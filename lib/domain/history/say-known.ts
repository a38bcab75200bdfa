import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayWho, shorten, text } from "@/lib/domain/history/words";
import { type FactKind, factWords } from "@/lib/domain/person/fact";
import { readRelationKind, sayRelation } from "@/lib/domain/person/relation";

/** How somebody stands to a fact of theirs, where it is not about them: "something to talk about with", "a phone number of". */
const belongs: Partial<Record<FactKind, string>> = {
  topic: "with",
  gift: "for",
  phone: "of",
  email: "of",
  address: "of",
  link: "of",
};

/** What was done to a fact about somebody. `subjectName` is whose it is, where the reader may know. */
export function sayFact(entry: LoggedChange): string {
  const who = sayWho(entry);
  const { before, after } = entry;
  const of = entry.subjectName ? ` of “${shorten(entry.subjectName)}”` : "";
  const about = entry.subjectName ? ` about “${shorten(entry.subjectName)}”` : "";
  if (before === null) {
    const kind = text(after?.kind) as FactKind;
    const whose = entry.subjectName ? ` ${belongs[kind] ?? "about"} “${shorten(entry.subjectName)}”` : "";
    return `${who} wrote down ${factWords[kind] ?? "a fact"}${whose}: “${shorten(text(after?.value) ?? "")}”.`;
  }
  if (text(after?.removed_at)) return `${who} removed a fact${about}.`;
  if (text(before?.removed_at)) return `${who} brought back a fact${about}.`;
  if (after && "is_private" in after)
    return `${who} made a fact${about} ${after.is_private === true ? "private" : "open to assistants"}.`;
  if (after && "checked_at" in after && !("value" in after))
    return text(after.checked_at)
      ? `${who} found a fact${about} still right.`
      : `${who} took back that a fact${about} is still right.`;
  const was = text(before?.value);
  const is = text(after?.value);
  if (was && is) return `${who} changed a fact${of} from “${shorten(was)}” to “${shorten(is)}”.`;
  return `${who} changed a fact${about}.`;
}

/** What was done to a relation between two people, or to a name alone. */
export function sayRelationChange(entry: LoggedChange): string {
  const who = sayWho(entry);
  const { before, after, subjectName } = entry;
  const of = subjectName ? ` of “${shorten(subjectName)}”` : "";
  if (before === null) {
    const other = text(after?.other_name);
    const kind = readRelationKind(text(after?.kind) ?? "");
    return subjectName && other
      ? `${who} wrote down that ${sayRelation(shorten(subjectName), kind, shorten(other))}.`
      : `${who} wrote down a relation${of}.`;
  }
  if (text(after?.removed_at)) return `${who} removed a relation${of}.`;
  if (text(before?.removed_at)) return `${who} brought back a relation${of}.`;
  return `${who} changed a relation${of}.`;
}

/** Somebody looked at what stands on a person's row, and it is still right; null for any other change of a person. */
export function sayStillRight(entry: LoggedChange): string | null {
  if (!entry.after || !("still_right" in entry.after)) return null;
  const field = text(entry.after.still_right);
  const what = rowWords[(field ?? text(entry.before?.still_right))?.split(":", 1)[0] ?? ""] ?? "something";
  const of = entry.subjectName ? `“${shorten(entry.subjectName)}”` : "a person";
  return field
    ? `${sayWho(entry)} found ${what} of ${of} still right.`
    : `${sayWho(entry)} took back that ${what} of ${of} is still right.`;
}

const rowWords: Record<string, string> = {
  phones: "a phone number",
  emails: "an e-mail address",
  addresses: "an address",
  links: "a link",
  organization: "the organization",
  jobTitle: "the job title",
  howMet: "how you met",
  day: "a day",
};
