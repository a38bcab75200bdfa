import { readAccount, readEmail, readPhone, readUrl } from "@/lib/adapters/contacts/card-contacts";
import { readDate, readLabelledDate } from "@/lib/adapters/contacts/card-dates";
import type { CardDraft } from "@/lib/adapters/contacts/card-draft";
import { readAndroidCustom, readEncodedProperty } from "@/lib/adapters/contacts/card-hidden";
import { isPreferred, labelOf } from "@/lib/adapters/contacts/card-labels";
import { pushFound, pushText, setOnce, textOrNull, texts } from "@/lib/adapters/contacts/card-lists";
import { components, readStructuredName } from "@/lib/adapters/contacts/card-names";
import { readOwnProperty } from "@/lib/adapters/contacts/card-own";
import { readPicture } from "@/lib/adapters/contacts/card-picture";
import {
  ACCOUNT_PROPERTIES,
  ANNIVERSARY_PROPERTIES,
  BIRTHDAY_PROPERTIES,
  DEATH_PROPERTIES,
  RELATION_PROPERTIES,
} from "@/lib/adapters/contacts/card-properties";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { decodedValue, textValue, typesOf } from "@/lib/adapters/content-lines/text-values";

type Reader = (line: ContentLine, draft: CardDraft) => void;

/** What each property says. A property that is not here says nothing about a person. */
const READERS = new Map<string, Reader>([
  [
    "FN",
    (line, { fullNames }) => void fullNames.push({ value: textValue(line), preferred: isPreferred(line) }),
  ],
  ["N", readName],
  ["NICKNAME", (line, { person }) => void person.nicknames.push(...texts(line))],
  ["X-NICKNAME", (line, { person }) => void person.nicknames.push(...texts(line))],
  ["X-PHONETIC-FIRST-NAME", (line, { person }) => setOnce(person.name, "phoneticGiven", textOrNull(line))],
  ["X-PHONETIC-LAST-NAME", (line, { person }) => setOnce(person.name, "phoneticFamily", textOrNull(line))],
  ["SOUND", readPhoneticName],
  ["ORG", readOrganization],
  ["TITLE", (line, { person }) => setOnce(person, "title", textOrNull(line))],
  ["ROLE", (line, { person }) => setOnce(person, "role", textOrNull(line))],
  ["EMAIL", readAnyEmail],
  ["TEL", readAnyPhone],
  ["X-MS-TEL", (line, { person, labels }) => pushFound(person.phones, readPhone(line, labels))],
  ["ADR", (line, { addressLines }) => void addressLines.push(line)],
  ["LABEL", (line, { labelLines }) => void labelLines.push(line)],
  ["URL", (line, { person, labels }) => pushFound(person.urls, readUrl(line, labels))],
  ["IMPP", readAnyAccount],
  ["X-SOCIALPROFILE", readAnyAccount],
  ["SOCIALPROFILE", readAnyAccount],
  ["X-ABDATE", readLabelledDate],
  ["X-EVENT", readLabelledDate],
  ["X-ABRELATEDNAMES", readRelation],
  ["RELATED", readRelation],
  ["AGENT", readAgent],
  ["X-ANDROID-CUSTOM", readAndroidCustom],
  ["CATEGORIES", (line, { person }) => void person.categories.push(...texts(line))],
  ["X-CATEGORIES", (line, { person }) => void person.categories.push(...texts(line))],
  ["NOTE", readNote],
  ["PHOTO", (line, { person, keepPictures }) => setOnce(person, "photo", readPicture(line, keepPictures))],
  ["KIND", readKind],
  ["X-KIND", readKind],
  ["X-ADDRESSBOOKSERVER-KIND", readKind],
  ["X-ABSHOWAS", readShowAs],
  ["X-EVOLUTION-LIST", readList],
  ["MEMBER", (line, { person }) => pushFound(person.members, textOrNull(line))],
  ["X-ADDRESSBOOKSERVER-MEMBER", (line, { person }) => pushFound(person.members, textOrNull(line))],
  ["CLASS", readClass],
  ["X-CLASS", readClass],
  [
    "GENDER",
    (line, { person }) => setOnce(person, "gender", components(line).filter(Boolean).join(" ") || null),
  ],
  ["X-GENDER", (line, { person }) => setOnce(person, "gender", textOrNull(line))],
  ["LANG", (line, { person }) => pushFound(person.languages, textOrNull(line))],
  ["LANGUAGE", (line, { person }) => pushFound(person.languages, textOrNull(line))],
  ["TZ", (line, { person }) => setOnce(person, "timezone", textOrNull(line))],
  ["GEO", (line, { person }) => setOnce(person, "location", decodedValue(line).trim() || null)],
  ["UID", (line, { person }) => setOnce(person, "uid", textOrNull(line))],
  ["REV", (line, { person }) => setOnce(person, "revision", textOrNull(line))],
]);

for (const name of BIRTHDAY_PROPERTIES) READERS.set(name, (line, draft) => readDate(line, draft, "birthday"));
for (const name of ANNIVERSARY_PROPERTIES)
  READERS.set(name, (line, draft) => readDate(line, draft, "anniversary"));
for (const name of DEATH_PROPERTIES) READERS.set(name, (line, draft) => readDate(line, draft, "deathDate"));
for (const name of Object.keys(ACCOUNT_PROPERTIES)) READERS.set(name, readAnyAccount);
for (const [name, relation] of Object.entries(RELATION_PROPERTIES)) {
  READERS.set(name, (line, { person }) => pushText(person.relations, relation, textValue(line)));
}

/** Adds what one line of a card says to the person. */
export function readProperty(line: ContentLine, draft: CardDraft): void {
  const reader = READERS.get(line.name);
  if (reader) reader(line, draft);
  else if (line.name.startsWith("X-FCENCODED-")) readEncodedProperty(line, draft);
  else if (line.name.startsWith("X-FIRSTHAND-")) readOwnProperty(line, draft);
}

function readName(line: ContentLine, { person, commasPart }: CardDraft): void {
  if (person.name.family + person.name.given === "") readStructuredName(line, person.name, commasPart);
}

/** What Firsthand wrote is as somebody typed it, be it "tel:…". */
function readAnyPhone(line: ContentLine, { person, labels }: CardDraft): void {
  const typed = person.more?.isOwn ? readUrl(line, labels) : null;
  pushFound(person.phones, typed ? { ...typed, kinds: [], extension: null } : readPhone(line, labels));
}

function readAnyEmail(line: ContentLine, { person, labels }: CardDraft): void {
  pushFound(person.emails, person.more?.isOwn ? readUrl(line, labels) : readEmail(line, labels));
}

function readAnyAccount(line: ContentLine, { person, labels }: CardDraft): void {
  pushFound(person.accounts, readAccount(line, labels));
}

function readRelation(line: ContentLine, { person, labels }: CardDraft): void {
  pushText(person.relations, labelOf(line, labels) ?? "related", textValue(line));
}

/** A card within the card has become its name already; an address to fetch one from is nobody's name. */
function readAgent(line: ContentLine, { person }: CardDraft): void {
  if (!/^(BEGIN:|[a-z]+:)/i.test(line.value.trim())) pushText(person.relations, "agent", textValue(line));
}

function readNote(line: ContentLine, { person }: CardDraft): void {
  const note = textValue(line);
  if (note !== "") person.note = person.note === null ? note : `${person.note}\n\n${note}`;
}

/** Said once, it holds: a program that writes both CLASS and X-CLASS does not take it back. */
function readClass(line: ContentLine, { person }: CardDraft): void {
  person.privateFlag ||= /^\s*(PRIVATE|CONFIDENTIAL)\s*$/i.test(line.value);
}

function readList(line: ContentLine, { person }: CardDraft): void {
  if (/true/i.test(line.value)) person.kind = "group";
}

function readShowAs(line: ContentLine, { person }: CardDraft): void {
  if (/company/i.test(line.value) && person.kind === "individual") person.kind = "organization";
}

function readKind(line: ContentLine, { person }: CardDraft): void {
  const kind = textValue(line).toLowerCase();
  if (kind === "group") person.kind = "group";
  else if (kind === "org" || kind === "organization") person.kind = "organization";
  else if (kind !== "individual" && kind !== "") person.kind = "other";
}

function readOrganization(line: ContentLine, { person }: CardDraft): void {
  const units = components(line).filter((unit) => unit !== "");
  if (units.length === 0) return;
  person.organizations.push(units.join(", "));
  if (person.organization !== null) return;
  person.organization = units[0] ?? null;
  person.department = units.slice(1).join(", ") || null;
}

/** Japanese phones: SOUND;X-IRMC-N:family;given. */
function readPhoneticName(line: ContentLine, { person }: CardDraft): void {
  if (!typesOf(line).includes("x-irmc-n")) return;
  const [family, given] = components(line);
  person.name.phoneticFamily ??= family || null;
  person.name.phoneticGiven ??= given || null;
}
