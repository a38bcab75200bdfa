import type { Span } from "@/lib/domain/task/quick-add";

const MOST_WORDS = 6;
/** Words that begin something else than a name, or end one. */
const stoppers = words(
  "a an the and or in on at by to about re regarding because that is was if when due until before after for from with " +
    "next this last every tomorrow today tonight lead turns",
);
/** The few of them that end a name even where they are written large. */
const largeStoppers = words("On In At By About Next This Every Tomorrow Today Tonight Re");
/** Small words inside names: Ana de Souza, Ludwig van Beethoven. */
const particles = new Set(
  "de da do dos das del della di du van von der den ter bin ibn al el la le y e zu af av".split(" "),
);

/** "Dr." and "J." keep their dot. */
const abbreviation = /^(?:\p{Lu}|Dr|Mr|Mrs|Ms|St|Prof|Jr|Sr)\.$/u;

/**
 * The names that could begin at `from`, the shortest first: one word, two words, … as long as the words look like one.
 * A quoted name is taken as it stands. A comma, one of our own words or the end of the line ends every name.
 */
export function nameSpans(line: string, from: number, claimed: Span[]): Span[] {
  const start = from + (line.slice(from).length - line.slice(from).trimStart().length);
  const stop = Math.min(line.length, ...claimed.map((span) => span.start).filter((at) => at >= start));
  if (claimed.some((span) => span.start <= start && start < span.end)) return [];
  const quote = /^(?:"[^"]{1,200}"|“[^”]{1,200}”)/.exec(line.slice(start, stop));
  if (quote) return [{ start, end: start + quote[0].length }];
  const spans: Span[] = [];
  let isSmall = false;
  for (const match of line.slice(start, stop).matchAll(/\S+/g)) {
    const raw = match[0];
    const word = abbreviation.test(raw) ? raw : raw.replace(/[,;:!?.]+$/, "");
    const isFirst = spans.length === 0;
    if (word === "" || spans.length === MOST_WORDS || !mayGoOn(word, isFirst, isSmall, spans.length)) break;
    if (isFirst) isSmall = /^\p{Ll}/u.test(word);
    spans.push({ start, end: start + match.index + word.length });
    if (raw.length > word.length) break;
  }
  // "call Zoë's mother": it is not Zoë who is called, and nobody is called "Zoë's".
  return spans.filter((span) => {
    const last = lastWord(line, span);
    return !particles.has(last) && !/['’]s$/i.test(last);
  });
}

function mayGoOn(word: string, isFirst: boolean, isSmall: boolean, count: number): boolean {
  if (!/^[\p{L}\p{M}'’(]/u.test(word) || /\d/.test(word)) return false;
  if (stoppers.has(word) || largeStoppers.has(word)) return false;
  if (isFirst || particles.has(word)) return true;
  // Typed all in small letters, a second word still belongs to the name; a third could be anything.
  return !/^\p{Ll}/u.test(word) || (isSmall && count === 1);
}

function lastWord(line: string, { start, end }: Span): string {
  return line.slice(start, end).split(/\s+/).at(-1) ?? "";
}

function words(list: string): Set<string> {
  return new Set(list.split(" "));
}
