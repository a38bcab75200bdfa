/** How alike two people's names are, in a word that a person would use. Order, accents, capitals and titles do not matter. */
import { isNickname } from "@/lib/domain/person/nicknames";
import { foldName } from "@/lib/domain/person/sort-name";

/** What somebody is called, in all the ways that are written down. */
export type Names = { name: string; givenName: string; familyName: string; nicknames: string[] };

/**
 * `same`: the same words. `nickname`, `typo`: a short form, or a slip of the pen in one word. `shorter`: a middle name more.
 * `initials`: a letter for a name. `part`: one word of the other's. `first`: the first name alone. `none`: two names.
 */
export type Likeness = "same" | "nickname" | "typo" | "shorter" | "initials" | "part" | "first" | "none";

const order: readonly Likeness[] = [
  "same",
  "nickname",
  "typo",
  "shorter",
  "initials",
  "part",
  "first",
  "none",
];
const titles = new Set(["dr", "prof", "mr", "mrs", "ms", "sir", "dame", "herr", "frau", "mme", "m"]);
const generations = new Map([
  ["jr", "jr"],
  ["junior", "jr"],
  ["sr", "sr"],
  ["senior", "sr"],
  ["ii", "ii"],
  ["iii", "iii"],
  ["iv", "iv"],
]);

/** The likeness of the two ways of writing them that are most alike. */
export function likenessOf(a: Names, b: Names): Likeness {
  const found = waysOf(a).flatMap((one) => waysOf(b).map((other) => compare(one, other)));
  return order.find((likeness) => found.includes(likeness)) ?? "none";
}

/** "Jr" and "Sr", or "II" and "III": said to be two people. */
export function areTwoGenerations(a: Names, b: Names): boolean {
  const [one, other] = [generationOf(a), generationOf(b)];
  return one !== null && other !== null && one !== other;
}

/** A name's words, ready to be compared: small letters, no accents, "ß" and "ø" written as people type them; "Müller" and "Mueller" are one. */
function nameWords(name: string): string[] {
  const local = name.includes("@") ? (name.split("@")[0] ?? "") : name;
  const letters = foldName(local).replace(/[øłđðßæœþı]/g, (letter) => written[letter] ?? letter);
  const words = letters.replace(/['’]/g, "").split(/[^\p{L}\p{N}]+/u);
  return without(titles, words.filter(Boolean)).map((word) => word.replace(/([aou])e/g, "$1"));
}

/** Somebody who is called nothing else is called that. */
function without(said: { has: (word: string) => boolean }, words: string[]): string[] {
  const rest = words.filter((word) => !said.has(word));
  return rest.length > 0 ? rest : words;
}
const written: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ı: "i",
};

function waysOf({ name, givenName, familyName, nicknames }: Names): string[][] {
  const family = familyName || (nameWords(name).length > 1 ? (nameWords(name).at(-1) ?? "") : "");
  const called = nicknames.map((nick) => (nameWords(nick).length > 1 ? nick : `${nick} ${family}`));
  const ways = [name, givenName && familyName ? `${givenName} ${familyName}` : "", ...called];
  return ways.map(nameWords).map((words) => without(generations, words));
}

function generationOf({ name }: Names): string | null {
  const last =
    foldName(name)
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
      .at(-1) ?? "";
  return generations.get(last) ?? null;
}

function compare(a: string[], b: string[]): Likeness {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return "none";
  if (a.length === b.length && [...a].sort().join(" ") === [...b].sort().join(" ")) return "same";
  const first = (one = "", other = "") => one === other || isNickname(one, other);
  if (short.length === 1) return long.includes(short[0] ?? "") ? "part" : "none";
  const left = [...long];
  const found = short.map((word) => {
    const kinds = left.map((other) => compareWords(word, other));
    const best = order.find((kind) => kinds.includes(kind)) ?? "none";
    if (best !== "none") left.splice(kinds.indexOf(best), 1);
    return best;
  });
  if (!found.includes("same") || found.includes("none")) return first(a[0], b[0]) ? "first" : "none";
  const worst = [...order].reverse().find((kind) => found.includes(kind)) ?? "none";
  return worst === "same" ? "shorter" : worst;
}

function compareWords(a: string, b: string): Likeness {
  if (a === b) return "same";
  if (isNickname(a, b)) return "nickname";
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? "initials" : "none";
  return isSlip(a, b) ? "typo" : "none";
}

/** One letter more, less, other, or two in the other order. Not the last one: "Mario" is not "Maria". */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 4 || long.length < 5 || long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  if (from >= long.length - 1) return false;
  if (short.length < long.length) return short.slice(from) === long.slice(from + 1);
  if (short.slice(from + 1) === long.slice(from + 1)) return true;
  return (
    short[from] === long[from + 1] &&
    short[from + 1] === long[from] &&
    short.slice(from + 2) === long.slice(from + 2)
  );
}
