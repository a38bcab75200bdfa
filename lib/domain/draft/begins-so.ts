/** Whether a letter begins, or ends, as the voice sheet asks: "Dear {first name}," with any name where it is not known. */
import { isWordBorder } from "@/lib/domain/draft/folded-text";
import { fillPlaceholders, findPlaceholders } from "@/lib/domain/draft/placeholders";

/** As long as a name may be. */
const longestGap = 80;

/**
 * Whether the text begins with the asked words, letter by letter but for white space and kinds of apostrophe. A placeholder
 * that still stands there counts as filled: it has a mark of its own.
 */
export function beginsSo(text: string, asked: string, firstName: string | null): boolean {
  return waysToSay(asked, firstName).some((parts) => fits(even(text), parts));
}

/** The same of the text's end. */
export function endsSo(text: string, asked: string, firstName: string | null): boolean {
  return waysToSay(asked, firstName).some((parts) => fits(turned(even(text)), parts.reverse().map(turned)));
}

/** Filled in, with gaps for what is not known; or with its placeholders as they stand. */
function waysToSay(asked: string, firstName: string | null): string[][] {
  return [partsOf(even(fillIn(asked, firstName))), [even(asked)]];
}

/** What is asked, as a person would type it: with the name where it is known. */
export function fillIn(asked: string, firstName: string | null): string {
  return fillPlaceholders(asked.trim(), firstName ? { "first name": firstName, name: firstName } : {});
}

/** The words around what is left open. */
function partsOf(asked: string): string[] {
  const open = findPlaceholders(asked);
  return [...open, null].map((one, n) => asked.slice(open[n - 1]?.to ?? 0, one?.from));
}

/** Each part behind the one before it with something between, the first at the very beginning, the last at the end of a word. */
function fits(text: string, parts: string[]): boolean {
  let at = 0;
  for (const [n, part] of parts.entries()) {
    const next = n === 0 ? (text.startsWith(part) ? 0 : -1) : text.indexOf(part, at + 1);
    if (next < 0 || next - at > longestGap || (n > 0 && at >= text.length)) return false;
    at = next + part.length;
  }
  return parts.at(-1) === "" || isWordBorder(text, at);
}

function even(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[’‘]/g, "'")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

function turned(text: string): string {
  return [...text].reverse().join("");
}
