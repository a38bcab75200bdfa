/**
 * Who on the desk a card means. Matching wrongly puts one person's words into another's mouth, making somebody twice is
 * only untidy: so a shared address alone is not enough where the names speak against it.
 */
import { foldName } from "@/lib/domain/person/sort-name";
import { formatYearlyDate, type YearlyDate } from "@/lib/domain/person/yearly-date";

/** What matching looks at. `sourceUid` is the card's own id, or a sum of the card where it has none. */
export type MatchFacts = {
  name: string;
  sourceUid: string | null;
  /** The cards of whoever was merged into them. */
  mergedUids?: string[];
  emails: string[];
  phones: string[];
  /** Pages of theirs: LinkedIn tells people apart by nothing else. */
  pages?: string[];
  birthday: YearlyDate | null;
};

/** Why somebody was taken for the same person. */
export type MatchReason = "uid" | "email" | "name-birthday" | "name-phone" | "name-link" | "name-only";

/** The sentence of a reason, after "Matched because". */
export function sayMatch(reason: MatchReason, name: string): string {
  switch (reason) {
    case "uid":
      return `it is the card that ${name} came from`;
    case "email":
      return `${name} has the same e-mail address`;
    case "name-birthday":
      return `${name} has the same name and birthday`;
    case "name-phone":
      return `${name} has the same name and phone number`;
    case "name-link":
      return `${name} has the same name and link`;
    case "name-only":
      return `${name} has the same name, and neither says more`;
  }
}

/** So many of those who share an id, an address or a name are looked at one by one: what more people share tells nobody apart. */
const MOST_ALIKE = 50;

/** Those who share something: the first of them in order, with what they are called, and the others by what they are called. */
type Alike<P> = { some: P[]; names: string[]; rest?: Map<string, P[]> };

/** People by everything a card may know them by, so that a long file is matched in one pass. */
export class PeopleIndex<P extends MatchFacts> {
  readonly #byUid = new Map<string, Alike<P>>();
  readonly #byEmail = new Map<string, Alike<P>>();
  readonly #byName = new Map<string, Alike<P>>();

  add(person: P): void {
    const name = foldName(person.name);
    for (const uid of [person.sourceUid ?? "", ...(person.mergedUids ?? [])])
      put(this.#byUid, uid, name, person);
    for (const email of person.emails) put(this.#byEmail, email.toLowerCase(), name, person);
    put(this.#byName, name, name, person);
  }

  /** Whoever fits, by the strongest reason there is; of several, whoever is called just that. Null for somebody new. */
  find(card: MatchFacts): { person: P; reason: MatchReason } | null {
    const name = foldName(card.name);
    const same = pick(this.#byUid.get(card.sourceUid ?? ""), name, card, isSameCard);
    if (same) return { person: same, reason: "uid" };
    for (const email of card.emails) {
      const owner = pick(this.#byEmail.get(email.toLowerCase()), name, card, mayBeOne);
      if (owner) return { person: owner, reason: "email" };
    }
    const named = this.#byName.get(name)?.some ?? [];
    for (const reason of ["name-birthday", "name-phone", "name-link", "name-only"] as const) {
      const person = named.find((one) => fits(reason, one, card));
      if (person) return { person, reason };
    }
    return null;
  }

  /** Somebody else who has one of the card's addresses under another name: worth a remark. */
  findNamesake(card: MatchFacts): P | null {
    for (const email of card.emails) {
      const owner = this.#byEmail.get(email.toLowerCase())?.some[0];
      if (owner) return owner;
    }
    return null;
  }
}

/** Whoever is called just that comes first, born on that day before all others; then the first of whom it may be said. */
function pick<P extends MatchFacts>(
  alike: Alike<P> | undefined,
  name: string,
  card: MatchFacts,
  may: (one: P, card: MatchFacts) => boolean,
): P | undefined {
  if (!alike) return undefined;
  const { some, names, rest } = alike;
  const called = [...some.filter((_, n) => names[n] === name), ...(rest?.get(name) ?? [])];
  return called.find((one) => !areTwoDays(one, card)) ?? called[0] ?? some.find((one) => may(one, card));
}

/** Two programs count from 1 alike: an id that is not unique in the whole world needs a name or a way to reach them beside it. */
function isSameCard(one: MatchFacts, card: MatchFacts): boolean {
  return isUniqueUid(card.sourceUid ?? "") || mayBeOneName(one.name, card.name) || isReachedAlike(one, card);
}

/** A family shares an address: who is called a little differently, and was born on another day, is another of them. */
function mayBeOne(one: MatchFacts, card: MatchFacts): boolean {
  return mayBeOneName(one.name, card.name) && !areTwoDays(one, card);
}

function areTwoDays(one: MatchFacts, card: MatchFacts): boolean {
  return one.birthday !== null && card.birthday !== null && !mayBeOneDay(one.birthday, card.birthday);
}

/** A UUID, an address, our own sum of a card, or anything as long. An id out of a table is judged without the table's sum. */
export function isUniqueUid(uid: string): boolean {
  const own = uid.replace(/^table:[0-9a-f]+:/, "");
  return own.includes("@") || own.length >= 20;
}

function isReachedAlike(one: MatchFacts, card: MatchFacts): boolean {
  const emails = new Set(one.emails.map((email) => email.toLowerCase()));
  return card.emails.some((email) => emails.has(email.toLowerCase())) || hasPhoneOf(one, card);
}

function hasPhoneOf(one: MatchFacts, card: MatchFacts): boolean {
  const digits = new Set(one.phones.map(digitsOf).filter(Boolean));
  return card.phones.some((phone) => digits.has(digitsOf(phone)));
}

function hasLinkOf(one: MatchFacts, card: MatchFacts): boolean {
  const theirs = new Set((one.pages ?? []).map(pageOf));
  return (card.pages ?? []).some((page) => theirs.has(pageOf(page)));
}

/** The same page with and without "https://www." and a last slash. */
function pageOf(link: string): string {
  return link
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/\/+$/, "");
}

function fits(reason: MatchReason, one: MatchFacts, card: MatchFacts): boolean {
  if (reason === "name-birthday")
    return one.birthday !== null && card.birthday !== null && mayBeOneDay(one.birthday, card.birthday);
  if (areTwoDays(one, card)) return false;
  if (reason === "name-phone") return hasPhoneOf(one, card);
  if (reason === "name-link") return hasLinkOf(one, card);
  return isBare(one) && isBare(card);
}

function isBare({ emails, phones, birthday }: MatchFacts): boolean {
  return emails.length === 0 && phones.length === 0 && birthday === null;
}

/** A year that one of the two does not know is no contradiction. */
function mayBeOneDay(a: YearlyDate, b: YearlyDate): boolean {
  const year = a.year === null || b.year === null ? null : a.year;
  return formatYearlyDate({ ...a, year }) === formatYearlyDate({ ...b, year: year === null ? null : b.year });
}

/** The last nine digits: country codes and zeros are written or not. Fewer than six tell nobody apart. */
function digitsOf(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return digits.length < 6 ? "" : digits.slice(-9);
}

/** Whether two names may be one person's: each word of the shorter one begins a word of the longer, or the other way round. */
export function mayBeOneName(a: string, b: string): boolean {
  const [short = [], long = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  return short.every((word) => long.some((other) => other.startsWith(word) || word.startsWith(other)));
}

/** The same few names are compared again and again. */
const known = new Map<string, string[]>();
const MOST_KNOWN = 2_000;

function wordsOf(name: string): string[] {
  const found = known.get(name);
  if (found) return found;
  const local = name.includes("@") ? (name.split("@")[0] ?? "") : name;
  const words = foldName(local)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, words);
  return words;
}

function put<P>(map: Map<string, Alike<P>>, key: string, name: string, person: P): void {
  if (key === "") return;
  const alike = map.get(key);
  if (!alike) map.set(key, { some: [person], names: [name] });
  else if (alike.some.length < MOST_ALIKE) {
    alike.some.push(person);
    alike.names.push(name);
  } else {
    alike.rest ??= new Map();
    const called = alike.rest.get(name);
    if (!called) alike.rest.set(name, [person]);
    else if (called.length < MOST_ALIKE) called.push(person);
  }
}
