import { createHash } from "node:crypto";
import type {
  LabelledValue,
  ReadAddress,
  ReadPerson,
  WrittenDate,
} from "@/lib/adapters/contacts/read-person";
import type { CardReading } from "@/lib/domain/import/payload";
import type { CardDay, CardFacts } from "@/lib/domain/person/fill-in";
import type { DateKind, LabelledText } from "@/lib/domain/person/person";
import { isYearlyDate } from "@/lib/domain/person/yearly-date";

/** What a card says in the desk's own words. Everything is cut to what the desk can hold; what is left out is remarked on. */
export function personFromCard(card: ReadPerson): CardReading {
  const remarks = [...card.notes];
  const days = daysOf(card, remarks);
  if (card.photo) remarks.push("The picture is left out: pictures are not kept yet.");
  const facts: CardFacts = {
    name: cut(card.name.full, 300),
    givenName: cut(card.name.given, 200),
    familyName: cut(card.name.family, 200),
    nicknames: card.nicknames
      .map((name) => cut(name, 100))
      .filter(Boolean)
      .slice(0, 20),
    organization: cut(card.organization ?? "", 300),
    jobTitle: cut(card.title ?? card.role ?? "", 300),
    emails: labelled(card.emails, 320),
    phones: labelled(
      card.phones.map((phone) =>
        phone.extension ? { ...phone, value: `${phone.value} ext. ${phone.extension}` } : phone,
      ),
      80,
    ),
    addresses: labelled(
      card.addresses.map((address) => ({ ...address, value: addressText(address) })),
      1000,
    ),
    links: labelled([...card.urls, ...card.accounts.map(accountLink)], 2000).filter(
      (link) => !/^(javascript|data|vbscript):/i.test(link.value),
    ),
    note: cut(noteOf(card), 50_000),
    language: cut(card.languages[0] ?? "", 40) || null,
    zone: zoneOf(card.timezone),
  };
  return {
    facts,
    sourceUid: sourceUidOf(card, facts, days),
    days,
    isPrivate: card.privateFlag,
    problem: problemOf(card, facts),
    remarks,
  };
}

function problemOf(card: ReadPerson, facts: CardFacts): string | null {
  if (card.kind === "group") return "This is a list of people, not a person.";
  return facts.name === "" ? "The card has no name." : null;
}

/** The card's own id; without one, a sum of what it says, so that the same file read again finds the same people. */
function sourceUidOf(card: ReadPerson, facts: CardFacts, days: CardDay[]): string {
  const uid = cut(card.uid ?? "", 300);
  if (uid) return uid;
  const { name, emails, phones, addresses, organization, note } = facts;
  const said = JSON.stringify([name, emails, phones, addresses, organization, note, days]);
  return `card:${createHash("sha256").update(said).digest("hex").slice(0, 40)}`;
}

function daysOf(card: ReadPerson, remarks: string[]): CardDay[] {
  const written: [DateKind, string, WrittenDate | null][] = [
    ["birthday", "", card.birthday],
    ["anniversary", "", card.anniversary],
    ...card.otherDates.map((date): [DateKind, string, WrittenDate] => ["other", cut(date.label, 100), date]),
  ];
  const days: CardDay[] = [];
  for (const [kind, label, date] of written) {
    const { year = null, month = null, day = null } = date?.date ?? {};
    if (month === null || day === null) continue;
    const found = { kind, label, year, month, day };
    if (isYearlyDate(found)) days.push(found);
  }
  if (card.deathDate === null) return days.slice(0, 30);
  if (days.length > 0) remarks.push("They have died, so their days ask for nothing.");
  return [];
}

function noteOf(card: ReadPerson): string {
  const lines = [
    card.note ?? "",
    ...card.relations.map(({ label, value }) => `${label}: ${value}`),
    card.deathDate ? `Died: ${card.deathDate.raw}` : "",
    card.department ? `Department: ${card.department}` : "",
  ];
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

function addressText(address: ReadAddress): string {
  if (address.formatted) return address.formatted;
  const { poBox, extended, street, postalCode, locality, region, country } = address;
  const town = [postalCode, locality].filter(Boolean).join(" ");
  return [street, extended, poBox, town, region, country].filter(Boolean).join("\n");
}

function accountLink(account: ReadPerson["accounts"][number]): LabelledValue {
  return { value: account.url ?? account.handle, label: account.service, preferred: false };
}

/** The preferred one first, each value once. */
function labelled(
  values: Pick<LabelledValue, "value" | "label" | "preferred">[],
  most: number,
): LabelledText[] {
  const sorted = [...values].sort((a, b) => Number(b.preferred) - Number(a.preferred));
  const seen = new Set<string>();
  return sorted
    .map(({ value, label }) => ({ value: cut(value, most), label: cut(label ?? "", 60) }))
    .filter(({ value }) => value !== "" && !seen.has(value.toLowerCase()) && seen.add(value.toLowerCase()))
    .slice(0, 20);
}

function zoneOf(name: string | null): string | null {
  if (name === null || !name.includes("/")) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** Plain text of at most so many letters; no letter is torn, and what no database text can hold is left out. */
function cut(text: string, most: number): string {
  const plain = text.replaceAll("\u0000", "").toWellFormed().trim();
  return plain.length <= most
    ? plain
    : [...plain.slice(0, most + 1)].slice(0, most).join("").slice(0, most).toWellFormed().trim();
}
