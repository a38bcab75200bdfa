/**
 * What a card knows about somebody that the desk does not, field by field. Unless somebody says otherwise, blanks are filled,
 * lists grow, and nothing that is there is overwritten.
 */
import { isKnownPhone } from "@/lib/domain/person/contact-keys";
import type { DateKind, LabelledText, PersonFacts } from "@/lib/domain/person/person";
import type { YearlyDate } from "@/lib/domain/person/yearly-date";

/** What a card may say. `circle` and `circles` are chosen, never filled in. */
export type CardFacts = Partial<Omit<PersonFacts, "circle" | "circles" | "name">> & {
  name: string;
  saidAs?: string;
};
export type CardDay = YearlyDate & { kind: DateKind; label: string };
export type KnownDay = CardDay & { id: string };

/** What becomes of a field in which the two differ: as it is here, as the card has it, or both together. */
export const ways = ["ours", "theirs", "both"] as const;
export type Way = (typeof ways)[number];
export type Ways = Record<string, Way>;

/**
 * One field in which the card says more, or something else. `sort`: nothing was there, more is there, or another thing.
 * `chosen` is the way it goes; `may` the ways there are.
 */
export type Difference = {
  field: string;
  word: string;
  was: string;
  will: string;
  sort: "new" | "more" | "conflict";
  may: Way[];
  chosen: Way;
};

export type FilledIn = {
  /** The columns to change, whole. */
  change: Partial<PersonFacts> & { saidAs?: string };
  /** Days to write down, years to write into days that had none, and days that become others. */
  newDays: CardDay[];
  yearsOf: { id: string; year: number }[];
  changedDays: ({ id: string } & YearlyDate)[];
  /** What is added, each in a few words; empty when nothing is. */
  adds: string[];
  /** What differs and is kept as it is here, in sentences. */
  differs: string[];
  differences: Difference[];
};

const texts = {
  name: "name",
  givenName: "first name",
  familyName: "family name",
  saidAs: "how to say it",
  organization: "organization",
  jobTitle: "job title",
  howMet: "how you met",
  careful: "what to be careful about",
  note: "note",
  language: "language",
  zone: "time zone",
} as const;
const long: readonly string[] = ["howMet", "careful", "note"];
const lists = {
  emails: "e-mail address",
  phones: "phone number",
  addresses: "address",
  links: "link",
} as const;

type Known = PersonFacts & { saidAs?: string };

/** Compares what is known with what a card says, and tells what to add. `chosen` by field; what is not in it goes by default. */
export function fillIn(
  known: Known,
  days: KnownDay[],
  card: CardFacts,
  cardDays: CardDay[],
  chosen: Ways = {},
): FilledIn {
  const filled: FilledIn = {
    change: {},
    newDays: [],
    yearsOf: [],
    changedDays: [],
    adds: [],
    differs: [],
    differences: [],
  };
  for (const key of Object.keys(texts) as (keyof typeof texts)[]) fillText(key, known, card, chosen, filled);
  for (const key of Object.keys(lists) as (keyof typeof lists)[]) fillList(key, known, card, chosen, filled);
  fillNicknames(known, card, chosen, filled);
  for (const day of cardDays) addDay(day, days, chosen, filled);
  return filled;
}

function fillText(
  key: keyof typeof texts,
  known: Known,
  card: CardFacts,
  chosen: Ways,
  filled: FilledIn,
): void {
  const said = card[key] ?? "";
  const was = known[key] ?? "";
  const isLong = long.includes(key);
  if (plain(said) === "" || plain(said) === plain(was) || (isLong && plain(was).includes(plain(said))))
    return;
  const may: Way[] = isLong && was !== "" ? ["ours", "theirs", "both"] : ["ours", "theirs"];
  const way = wayOf(chosen[key], may, was === "" ? "theirs" : "ours");
  const will = way === "both" ? `${was}\n\n${said}` : said;
  filled.differences.push({
    field: key,
    word: texts[key],
    was: short(was),
    will: short(will),
    sort: was === "" ? "new" : "conflict",
    may,
    chosen: way,
  });
  if (way === "ours") return;
  filled.change[key] = will;
  filled.adds.push(texts[key]);
}

function fillList(
  key: keyof typeof lists,
  known: Known,
  card: CardFacts,
  chosen: Ways,
  filled: FilledIn,
): void {
  const said = card[key] ?? [];
  const there = new Set(known[key].map((one) => keyOf(key, one)));
  const isKnown = (one: LabelledText) =>
    there.has(keyOf(key, one)) ||
    (key === "phones" && known.phones.some(({ value }) => isKnownPhone(one.value, value)));
  const more = said.filter((one) => !isKnown(one));
  if (more.length === 0) return;
  const word = lists[key];
  const many = more.length === 1 ? word : `${more.length} ${word}${word.endsWith("s") ? "es" : "s"}`;
  const isNew = known[key].length === 0;
  const way = wayOf(chosen[key], isNew ? ["ours", "theirs"] : [...ways], isNew ? "theirs" : "both");
  const will = way === "theirs" ? said : [...known[key], ...more];
  filled.differences.push({
    field: key,
    word: many,
    was: sayList(known[key]),
    will: sayList(will),
    sort: isNew ? "new" : "more",
    may: isNew ? ["ours", "theirs"] : [...ways],
    chosen: way,
  });
  if (way === "ours") return;
  filled.change[key] = will.slice(0, 100);
  filled.adds.push(many);
}

function fillNicknames(known: Known, card: CardFacts, chosen: Ways, filled: FilledIn): void {
  const names = new Set([known.name, ...known.nicknames].map((name) => plain(name).toLowerCase()));
  const more = (card.nicknames ?? []).filter((name) => !names.has(plain(name).toLowerCase()));
  if (more.length === 0) return;
  const isNew = known.nicknames.length === 0;
  const may: Way[] = isNew ? ["ours", "theirs"] : [...ways];
  const way = wayOf(chosen.nicknames, may, isNew ? "theirs" : "both");
  const will = way === "theirs" ? (card.nicknames ?? []) : [...known.nicknames, ...more];
  filled.differences.push({
    field: "nicknames",
    word: "nickname",
    was: known.nicknames.join(", "),
    will: short(will.join(", ")),
    sort: isNew ? "new" : "more",
    may,
    chosen: way,
  });
  if (way === "ours") return;
  filled.change.nicknames = will.slice(0, 20);
  filled.adds.push("nickname");
}

function addDay(day: CardDay, days: KnownDay[], chosen: Ways, filled: FilledIn): void {
  const alike = days.filter(
    (one) => one.kind === day.kind && (day.kind !== "other" || one.label === day.label),
  );
  const field = day.kind === "other" ? `day:other:${day.label}` : `day:${day.kind}`;
  const word = day.kind === "other" ? `“${day.label}”` : day.kind;
  const onDay = alike.filter((one) => one.month === day.month && one.day === day.day);
  const same = onDay.find((one) => one.year === day.year) ?? onDay[0];
  const tell = (was: KnownDay | undefined, sort: Difference["sort"], way: Way) =>
    filled.differences.push({
      field,
      word,
      was: was ? sayDay(was) : "",
      will: sayDay(day),
      sort,
      may: ["ours", "theirs"],
      chosen: way,
    });
  if (same && (day.year === null || same.year === day.year)) return;
  if (same && same.year === null && day.year !== null) {
    const way = wayOf(chosen[field], ["ours", "theirs"], "theirs");
    tell(same, "more", way);
    if (way === "ours") return;
    filled.yearsOf.push({ id: same.id, year: day.year });
    filled.adds.push(`the year of the ${day.kind === "other" ? "day" : day.kind}`);
    return;
  }
  const other = same ?? (day.kind === "other" ? undefined : alike[0]);
  if (!other) {
    const way = wayOf(chosen[field], ["ours", "theirs"], "theirs");
    tell(undefined, "new", way);
    if (way === "ours") return;
    filled.newDays.push(day);
    filled.adds.push(word);
    return;
  }
  const way = wayOf(chosen[field], ["ours", "theirs"], "ours");
  tell(other, "conflict", way);
  if (way === "ours") {
    filled.differs.push(`The ${same ? "year of the " : ""}${word} differs and is kept as it is here.`);
    return;
  }
  const { year, month, day: dayOfMonth } = day;
  filled.changedDays.push({ id: other.id, year, month, day: dayOfMonth });
  filled.adds.push(word);
}

function wayOf(asked: Way | undefined, may: readonly Way[], otherwise: Way): Way {
  return asked !== undefined && may.includes(asked) ? asked : otherwise;
}

/** Numbers are compared by their digits, addresses by their letters, without regard to how they are set. */
export function keyOf(list: "emails" | "phones" | "addresses" | "links", { value }: LabelledText): string {
  const text = value.toLowerCase().replace(/\s+/g, " ").trim();
  return list === "phones" ? text.replace(/[^\d+a-z]/g, "") || text : text.replace(/\/$/, "");
}

/** Line ends and blanks around a text are nobody's news. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

function short(text: string): string {
  return text.length > 300 ? `${[...text.slice(0, 300)].join("")}…` : text;
}

function sayList(list: LabelledText[]): string {
  return short(list.map((one) => one.value.replace(/\n/g, ", ")).join(" · "));
}

function sayDay({ year, month, day }: YearlyDate): string {
  const months = "January February March April May June July August September October November December";
  return `${day} ${months.split(" ")[month - 1] ?? ""}${year === null ? "" : ` ${year}`}`;
}
