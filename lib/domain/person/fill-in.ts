/** What a card knows about somebody that the desk does not. Nothing that is there is overwritten. */
import type { DateKind, LabelledText, PersonFacts } from "@/lib/domain/person/person";
import type { YearlyDate } from "@/lib/domain/person/yearly-date";

export type CardFacts = Partial<Omit<PersonFacts, "circle">> & { name: string };
export type CardDay = YearlyDate & { kind: DateKind; label: string };
export type KnownDay = CardDay & { id: string };

export type FilledIn = {
  /** The columns to change, whole. */
  change: Partial<PersonFacts>;
  /** Days to write down, and the years to write into days that had none. */
  newDays: CardDay[];
  yearsOf: { id: string; year: number }[];
  /** What is added, each in a few words; empty when nothing is. */
  adds: string[];
  /** What differs and is kept as it is here, in sentences. */
  differs: string[];
};

const texts = {
  givenName: "first name",
  familyName: "family name",
  organization: "organization",
  jobTitle: "job title",
  note: "note",
  language: "language",
  zone: "time zone",
} as const;
const lists = {
  emails: "e-mail address",
  phones: "phone number",
  addresses: "address",
  links: "link",
} as const;

/** Compares what is known with what a card says, and tells what to add. */
export function fillIn(known: PersonFacts, days: KnownDay[], card: CardFacts, cardDays: CardDay[]): FilledIn {
  const filled: FilledIn = { change: {}, newDays: [], yearsOf: [], adds: [], differs: [] };
  for (const [key, word] of Object.entries(texts) as [keyof typeof texts, string][]) {
    const said = card[key];
    if (!said || known[key]) continue;
    filled.change[key] = said;
    filled.adds.push(word);
  }
  for (const [key, word] of Object.entries(lists) as [keyof typeof lists, string][]) {
    const there = new Set(known[key].map((one) => keyOf(key, one)));
    const more = (card[key] ?? []).filter((one) => !there.has(keyOf(key, one)));
    if (more.length === 0) continue;
    filled.change[key] = [...known[key], ...more].slice(0, 100);
    filled.adds.push(more.length === 1 ? word : `${more.length} ${word}${word.endsWith("s") ? "es" : "s"}`);
  }
  const names = new Set([known.name, ...known.nicknames].map((name) => name.toLowerCase()));
  const nicknames = (card.nicknames ?? []).filter((name) => !names.has(name.toLowerCase()));
  if (nicknames.length > 0) {
    filled.change.nicknames = [...known.nicknames, ...nicknames].slice(0, 20);
    filled.adds.push("nickname");
  }
  for (const day of cardDays) addDay(day, days, filled);
  return filled;
}

function addDay(day: CardDay, days: KnownDay[], filled: FilledIn): void {
  const alike = days.filter(
    (one) => one.kind === day.kind && (day.kind !== "other" || one.label === day.label),
  );
  const same = alike.find((one) => one.month === day.month && one.day === day.day);
  const word = day.kind === "other" ? `“${day.label}”` : day.kind;
  if (same) {
    if (same.year === null && day.year !== null) {
      filled.yearsOf.push({ id: same.id, year: day.year });
      filled.adds.push(`the year of the ${day.kind === "other" ? "day" : day.kind}`);
    } else if (day.year !== null && same.year !== day.year) {
      filled.differs.push(`The year of the ${word} differs and is kept as it is here.`);
    }
  } else if (alike.length > 0 && day.kind !== "other") {
    filled.differs.push(`The ${word} differs and is kept as it is here.`);
  } else {
    filled.newDays.push(day);
    filled.adds.push(word);
  }
}

/** Numbers are compared by their digits, addresses by their letters, without regard to how they are set. */
function keyOf(list: keyof typeof lists, { value }: LabelledText): string {
  const plain = value.toLowerCase().replace(/\s+/g, " ").trim();
  return list === "phones" ? plain.replace(/[^\d+a-z]/g, "") || plain : plain.replace(/\/$/, "");
}
