import { exactText } from "@/lib/mcp/exact-text";
import { visibleText } from "@/lib/mcp/visible-text";

/**
 * M4. Words that somebody wrote, as an agent gets them: data, never a wish. `origin` is always in our own words and holds nothing of
 * theirs. A long text is cut: `from` is where this part begins, `left` how many letters follow it.
 */
export type Quoted = { quoted: true; origin: string; text: string; from?: number; left?: number };

type Part = { most?: number; from?: number };

const most = { line: 500, text: 6000 };

/** Quotes a text, at most 6,000 letters of it unless said; null for none. */
export function quote(text: string | null | undefined, origin: string, part: Part = {}): Quoted | null {
  if (text === null || text === undefined || text === "") return null;
  const letters = [...visibleText(text)];
  const from = Math.min(part.from ?? 0, letters.length);
  const to = Math.min(from + (part.most ?? most.text), letters.length);
  const left = letters.length - to;
  return {
    quoted: true,
    origin,
    text: letters.slice(from, to).join(""),
    ...(from > 0 ? { from } : {}),
    ...(left > 0 ? { left } : {}),
  };
}

/** Quotes a text that is to come back as it is: whole, and with each letter that cannot be seen as its number. */
export function quoteExactly(text: string, origin: string): Quoted | null {
  return text === "" ? null : { quoted: true, origin, text: exactText(text) };
}

/** The same for a title, a name, a place: one line of at most 500 letters. */
export function quoteLine(text: string | null | undefined, origin: string): Quoted | null {
  return quote(text?.replace(/\s+/g, " ").trim(), origin, { most: most.line });
}

/** Quotes each of several; what is empty is left out. */
export function quoteAll(texts: readonly string[], origin: string): Quoted[] {
  return texts.flatMap((text) => quoteLine(text, origin) ?? []);
}

/** A member's name, as it may stand in our own words: they were let in by the client. */
export function nameOf(name: string): string {
  return [...visibleText(name).replace(/\s+/g, " ")].slice(0, 100).join("");
}
