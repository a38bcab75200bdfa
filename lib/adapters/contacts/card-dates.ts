import type { CardDraft } from "@/lib/adapters/contacts/card-draft";
import { labelOf } from "@/lib/adapters/contacts/card-labels";
import { readCardDate } from "@/lib/adapters/contacts/date-forms";
import { OWN_DAY } from "@/lib/adapters/contacts/own-cards";
import type { WrittenDate } from "@/lib/adapters/contacts/read-person";
import { type ContentLine, paramValue } from "@/lib/adapters/content-lines/content-line";
import { textValue } from "@/lib/adapters/content-lines/text-values";
import { dateKinds } from "@/lib/domain/person/person";
import { parseYearlyDate } from "@/lib/domain/person/yearly-date";

/** The first date that can be read is kept; one that cannot, only until a better one comes. */
export function readDate(
  line: ContentLine,
  draft: CardDraft,
  field: "birthday" | "anniversary" | "deathDate",
): void {
  const found = writtenDate(line, draft);
  if (!found) return;
  const held = draft.person[field];
  if (held === null || (held.date === null && found.date !== null)) draft.person[field] = found;
}

export function writtenDate(line: ContentLine, draft: CardDraft): WrittenDate | null {
  const read = readCardDate(textValue(line), paramValue(line, "X-APPLE-OMIT-YEAR"));
  if (read?.note) draft.person.notes.push(`${line.name}: ${read.note}`);
  const calendar = paramValue(line, "CALSCALE");
  if (!read || calendar === null || /^gregorian$/i.test(calendar)) return read?.written ?? null;
  draft.person.notes.push(`${line.name} is in the ${calendar.slice(0, 30)} calendar.`);
  return { date: null, raw: read.written.raw };
}

/** iCloud's and Google's other dates; the two that have a name of their own go where they belong. */
export function readLabelledDate(line: ContentLine, draft: CardDraft): void {
  if (readOwnDay(line, draft)) return;
  const label = labelOf(line, draft.labels) ?? "date";
  if (/^(anniversary|birthday)$/i.test(label)) {
    readDate(line, draft, /^a/i.test(label) ? "anniversary" : "birthday");
    return;
  }
  const found = writtenDate(line, draft);
  if (found) draft.person.otherDates.push({ label, ...found });
}

/** A day of our own (write-card.ts) is taken as it stands, whatever its label sounds like. False when it is none. */
function readOwnDay(line: ContentLine, { person, labels }: CardDraft): boolean {
  const kind = dateKinds.find((one) => one === paramValue(line, OWN_DAY));
  const found = parseYearlyDate(textValue(line));
  if (!kind || !found) return false;
  const year = paramValue(line, "X-APPLE-OMIT-YEAR") === null ? found.year : null;
  const label = kind === "other" ? (labels.get(line.group ?? "") ?? "") : "";
  person.more = { ...person.more, days: [...(person.more?.days ?? []), { ...found, kind, label, year }] };
  return true;
}
