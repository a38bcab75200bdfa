import { readAddresses } from "@/lib/adapters/contacts/card-addresses";
import { type CardDraft, emptyPerson } from "@/lib/adapters/contacts/card-draft";
import { cleanLabel, type GroupLabels } from "@/lib/adapters/contacts/card-labels";
import { nameFromParts } from "@/lib/adapters/contacts/card-names";
import { readProperty } from "@/lib/adapters/contacts/card-readers";
import { OWN_PRODUCT } from "@/lib/adapters/contacts/own-cards";
import type { ReadPerson } from "@/lib/adapters/contacts/read-person";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { textValue } from "@/lib/adapters/content-lines/text-values";

export type ReadCardOptions = {
  /** Keep the picture's base64; otherwise only its kind and size are told. */
  keepPictures: boolean;
};

/**
 * The properties of one card → a person. Of a repeated single value the first that can be read wins. Null when there is
 * nothing to call the person by and no way to reach them.
 */
export function readCard(
  lines: ContentLine[],
  firstLine: number,
  options: ReadCardOptions,
): ReadPerson | null {
  const draft: CardDraft = {
    person: emptyPerson(firstLine),
    labels: readLabels(lines),
    commasPart: !lines.some((line) => line.name === "VERSION" && line.value.trim().startsWith("2")),
    keepPictures: options.keepPictures,
    fullNames: [],
    addressLines: [],
    labelLines: [],
  };
  const { person } = draft;
  if (lines.some((line) => line.name === "PRODID" && line.value.trim() === OWN_PRODUCT))
    person.more = { isOwn: true };
  for (const line of lines) readProperty(line, draft);
  person.addresses = readAddresses(draft.addressLines, draft.labelLines, draft.labels);
  return nameThePerson(draft) ? person : null;
}

function readLabels(lines: ContentLine[]): GroupLabels {
  const labels: GroupLabels = new Map();
  for (const line of lines) {
    if (line.name === "X-ABLABEL" && line.group !== null) labels.set(line.group, cleanLabel(textValue(line)));
  }
  return labels;
}

/** FN, else the parts, else whatever names them; false when nothing does. */
function nameThePerson(draft: CardDraft): boolean {
  const { person } = draft;
  const named = draft.fullNames.filter((name) => name.value !== "");
  const full = named.find((name) => name.preferred) ?? named[0];
  person.name.full =
    full?.value ||
    nameFromParts(person.name) ||
    person.organization ||
    person.nicknames[0] ||
    person.emails[0]?.value ||
    person.phones[0]?.value ||
    person.accounts[0]?.handle ||
    "";
  const hasOwnName = person.name.given !== "" || person.name.family !== "";
  const isCalledByOrganization = person.name.full === person.organization;
  if (person.kind === "individual" && !hasOwnName && isCalledByOrganization) person.kind = "organization";
  if (person.name.full === "") return false;
  if (!full) person.notes.push("The card has no display name; it was made from the rest.");
  return true;
}
