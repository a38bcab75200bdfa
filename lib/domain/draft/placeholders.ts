/** What a saved phrase leaves open: "Dear {first name}, … on {date}". Whoever uses it fills in the rest by hand. */
import { foldName } from "@/lib/domain/person/sort-name";

/** Where a placeholder stands (UTF-16 units, `to` behind the closing brace), and its name as written, trimmed. */
export type Placeholder = { from: number; to: number; name: string };

/** One pair of braces on one line around at most 40 letters, among them a letter: "{1, 2}" and "{:}" are somebody's own braces. */
const pattern = /(?<!\{)\{((?=[^{}]*\p{L})\s*[\p{L}\p{N}][^{}\p{Cc}\u2028\u2029]{0,39})\}(?!\})/gu;
const mostLetters = 40;

/** What we can fill in, as it is called in the languages that the first phrases are written in. Folded, no accents. */
const inEnglish = new Map([
  ["vorname", "first name"],
  ["prenom", "first name"],
  ["nombre", "first name"],
  ["nome", "first name"],
  ["name", "name"],
  ["nom", "name"],
  ["nombre completo", "name"],
  ["stadt", "city"],
  ["ort", "city"],
  ["ville", "city"],
  ["ciudad", "city"],
  ["datum", "date"],
  ["fecha", "date"],
]);

/** Every placeholder of a text in its order. None is: `{{this}}`, braces over a line's end or over more than 40 letters. */
export function findPlaceholders(text: string): Placeholder[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = (match[1] ?? "").trim();
    if ([...name].length > mostLetters) return [];
    return [{ from: match.index, to: match.index + match[0].length, name }];
  });
}

/**
 * The text with every placeholder filled that `known` has words for, under its English name ("first name", "city"), however
 * large or small it is written, or under that name in German, French or Spanish. The others stay for a person.
 */
export function fillPlaceholders(text: string, known: Record<string, string>): string {
  const words = new Map(Object.entries(known).map(([name, value]) => [foldName(name), value]));
  let filled = "";
  let done = 0;
  for (const { from, to, name } of findPlaceholders(text)) {
    const folded = foldName(name);
    const value = words.get(folded) ?? words.get(inEnglish.get(folded) ?? folded) ?? "";
    filled += text.slice(done, from) + (value.trim() === "" ? text.slice(from, to) : value);
    done = to;
  }
  return filled + text.slice(done);
}
