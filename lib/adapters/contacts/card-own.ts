import { readDate, writtenDate } from "@/lib/adapters/contacts/card-dates";
import type { CardDraft } from "@/lib/adapters/contacts/card-draft";
import { textOrNull, texts } from "@/lib/adapters/contacts/card-lists";
import { components } from "@/lib/adapters/contacts/card-names";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { factKinds } from "@/lib/domain/person/fill-in-more";

/** What our own cards say beside the standard (write-card.ts). */
export function readOwnProperty(line: ContentLine, draft: CardDraft): void {
  const { person } = draft;
  person.more ??= {};
  const { more } = person;
  switch (line.name) {
    case "X-FIRSTHAND-SAID-AS":
      more.saidAs = textOrNull(line) ?? "";
      return;
    case "X-FIRSTHAND-HOW-MET":
      more.howMet = textOrNull(line) ?? "";
      return;
    case "X-FIRSTHAND-CAREFUL":
      more.careful = textOrNull(line) ?? "";
      return;
    case "X-FIRSTHAND-CIRCLES":
      more.circles = texts(line);
      return;
    case "X-FIRSTHAND-DEAD":
      more.isDead = true;
      return;
    case "X-FIRSTHAND-DAY":
      readDay(line, draft);
      return;
    case "X-FIRSTHAND-FACT":
      readFact(line, more);
      return;
    case "X-FIRSTHAND-RELATION":
      readRelation(line, draft);
  }
}

/** As our cards told their days once; today they are X-ABDATE, which other programs read, too. */
function readDay(line: ContentLine, draft: CardDraft): void {
  const [kind, value = "", label = ""] = components(line);
  const dated = { ...line, value, params: [] };
  const isNamed = kind === "birthday" || kind === "anniversary";
  if (isNamed) readDate(dated, draft, kind);
  const found = isNamed ? null : writtenDate(dated, draft);
  if (found) draft.person.otherDates.push({ label, ...found });
}

function readRelation(line: ContentLine, { person }: CardDraft): void {
  const [label = "", value = "", isPrivate] = components(line);
  if (value !== "") person.relations.push({ label, value, isPrivate: isPrivate === "private" });
}

function readFact(line: ContentLine, more: NonNullable<CardDraft["person"]["more"]>): void {
  const [kind, label = "", value = "", fromWhere = "", isPrivate] = components(line);
  const known = factKinds.find((one) => one === kind);
  if (!known || value === "") return;
  more.facts = [
    ...(more.facts ?? []),
    { kind: known, label, value, fromWhere, isPrivate: isPrivate === "private" },
  ];
}
