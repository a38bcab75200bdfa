import { createHash } from "node:crypto";
import type { LabelledValue, ReadPerson } from "@/lib/adapters/contacts/read-person";
import { cutText as cut } from "@/lib/domain/cut-text";
import type { CardReading } from "@/lib/domain/import/payload";
import type { CardDay, CardFacts } from "@/lib/domain/person/fill-in";
import type { CardMore, CardPicture } from "@/lib/domain/person/fill-in-more";
import type { LabelledText } from "@/lib/domain/person/person";
import { pictureTypeOf, whyNotPicture } from "@/lib/domain/person/picture";
import { relationOfWord } from "@/lib/domain/person/relation-words";
import { addressText } from "@/lib/use-cases/import/address-text";
import { type DaysRead, daysOfCard } from "@/lib/use-cases/import/days-of-card";
import { tellCut } from "@/lib/use-cases/import/tell-cut";

/** What a card says in the desk's own words. Everything is cut to what the desk can hold; what is left out is remarked on. */
export function personFromCard(card: ReadPerson): CardReading {
  const remarks = [...card.notes];
  const { days, ...beside } = daysOfCard(card, remarks);
  const more = moreOf(card, beside, remarks);
  const isOwn = card.more?.isOwn === true;
  const facts: CardFacts = {
    name: cut(card.name.full, 300),
    givenName: cut(card.name.given, 200),
    saidAs: cut(
      card.more?.saidAs || [card.name.phoneticGiven, card.name.phoneticFamily].filter(Boolean).join(" "),
      300,
    ),
    howMet: cut(card.more?.howMet ?? "", 5000),
    careful: cut(card.more?.careful ?? "", 5000),
    familyName: cut(card.name.family, 200),
    nicknames: card.nicknames
      .map((name) => cut(name, 100))
      .filter(Boolean)
      .slice(0, 20),
    organization: cut(card.organization ?? "", 300),
    jobTitle: cut(card.title ?? card.role ?? "", 300),
    emails: labelled(card.emails, 320, isOwn),
    phones: labelled(
      card.phones.map((phone) =>
        phone.extension ? { ...phone, value: `${phone.value} ext. ${phone.extension}` } : phone,
      ),
      80,
      isOwn,
    ),
    addresses: labelled(
      card.addresses.map((address) => ({ ...address, value: addressText(address) })),
      1000,
      isOwn,
    ),
    links: labelled([...card.urls, ...card.accounts.map(accountLink)], 2000, isOwn).filter(
      (link) => !/^(javascript|data|vbscript):/i.test(link.value),
    ),
    note: cut(noteOf(card), 50_000),
    language: cut(card.languages[0] ?? "", 40) || null,
    zone: zoneOf(card.timezone, isOwn),
  };
  remarks.push(...tellCut(card, facts));
  return {
    facts,
    sourceUid: sourceUidOf(card, facts, days),
    days,
    isPrivate: card.privateFlag,
    problem: problemOf(card, facts),
    remarks,
    ...(isEmpty(more) ? {} : { more }),
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

/** What does not stand in the person's own row. A picture is looked at by its bytes; one at an address is never fetched. */
function moreOf(card: ReadPerson, { vague, died }: Omit<DaysRead, "days">, remarks: string[]): CardMore {
  const isOwn = card.more?.isOwn === true;
  return {
    relations: card.relations
      .map(({ label, value, isPrivate }) => ({
        kind: relationOfWord(label),
        name: cut(value, 300),
        ...privately(isPrivate),
      }))
      .filter(({ name }) => name !== "" && (isOwn || !/^(urn:|https?:|mailto:)/i.test(name)))
      .slice(0, 50),
    contacts: contactsOf(card),
    facts: [...(card.more?.facts ?? []).slice(0, 500), ...vague].flatMap((one) => {
      const value = cut(one.value, 5000);
      return value === ""
        ? []
        : [
            {
              kind: one.kind,
              label: cut(one.label, 100),
              value,
              fromWhere: cut(one.fromWhere, 300),
              ...privately(one.isPrivate),
            },
          ];
    }),
    picture: pictureOf(card, remarks),
    died,
    circles: (card.more?.circles ?? []).map((name) => cut(name, 100)).slice(0, 20),
  };
}

/** Each once, at a time that a calendar has. */
function contactsOf(card: ReadPerson): CardMore["contacts"] {
  const seen = new Set<string>();
  return (card.more?.contacts ?? []).slice(0, 2000).flatMap((one) => {
    const at = new Date(one.at);
    const year = at.getUTCFullYear();
    const key = cut(one.key, 300) || `contact:${one.how}:${one.at}`;
    if (!(year >= 1 && year <= 9999) || seen.has(key)) return [];
    seen.add(key);
    return [
      { key, at: at.toISOString(), how: one.how, note: cut(one.note, 5000), ...privately(one.isPrivate) },
    ];
  });
}

function pictureOf({ photo }: ReadPerson, remarks: string[]): CardPicture | null {
  if (photo === null) return null;
  if (photo.base64 === null) {
    remarks.push(
      photo.url ? "The picture is at an address elsewhere, and is not fetched." : "The picture is left out.",
    );
    return null;
  }
  const bytes = Buffer.from(photo.base64, "base64");
  const no = whyNotPicture(bytes);
  if (no !== null) {
    remarks.push(no);
    return null;
  }
  const mediaType = pictureTypeOf(bytes) ?? "";
  return {
    mediaType,
    base64: bytes.toString("base64"),
    sum: createHash("sha256").update(bytes).digest("hex"),
  };
}

function privately(isPrivate: unknown): { isPrivate?: boolean } {
  return isPrivate === true ? { isPrivate } : {};
}

function isEmpty(more: CardMore): boolean {
  return Object.values(more).every((part) => part === null || (Array.isArray(part) && part.length === 0));
}

function noteOf(card: ReadPerson): string {
  if (card.more?.isOwn) return card.note ?? "";
  const lines = [card.note ?? "", card.department ? `Department: ${card.department}` : ""];
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

function accountLink(account: ReadPerson["accounts"][number]): LabelledValue {
  return { value: account.url ?? account.handle, label: account.service, preferred: false };
}

/** The preferred one first, each value once; our own as they stand. */
function labelled(
  values: Pick<LabelledValue, "value" | "label" | "preferred">[],
  most: number,
  isOwn: boolean,
): LabelledText[] {
  const all = values
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred))
    .map(({ value, label }) => ({ value: cut(value, most), label: cut(label ?? "", 60) }))
    .filter(({ value }) => value !== "");
  if (isOwn) return all.slice(0, 100);
  const seen = new Set<string>();
  return all
    .filter(({ value }) => !seen.has(value.toLowerCase()) && seen.add(value.toLowerCase()))
    .slice(0, 20);
}

/** A zone as it was written, where there is one: two names of the same place are no difference. */
function zoneOf(name: string | null, isOwn: boolean): string | null {
  if (name === null || !(isOwn || name.includes("/"))) return null;
  try {
    const known = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    return known.toLowerCase() === name.toLowerCase() ? known : cut(name, 60);
  } catch {
    return null;
  }
}
