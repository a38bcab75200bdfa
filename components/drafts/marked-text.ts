import type { Mark } from "@/lib/domain/draft/voice";
import type { Author, Stretch } from "@/lib/domain/draft/whose-words";

/** A piece of a text: whose words it is, and what is not ready in it (null where all is well). */
export type MarkedPiece = { from: number; text: string; code: Mark["code"] | null; by: Author["by"] };
type Owned = { from: number; to: number; by: Author["by"] };

/** The text cut where marks or authors change; a gap to fill stands out of any other mark around it. */
export function markedText(text: string, marks: readonly Mark[], owned: readonly Owned[]): MarkedPiece[] {
  const ends = [...marks, ...owned].flatMap(({ from, to }) => [from, to]);
  const cuts = [...new Set([0, text.length, ...ends])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, n) => {
    const to = cuts[n + 1] ?? text.length;
    const covers = (one: { from: number; to: number }) => one.from <= from && one.to >= to;
    const here = marks.filter(covers);
    const gap = here.find((mark) => mark.code === "placeholder");
    const by = owned.find(covers)?.by ?? "unknown";
    return { from, text: text.slice(from, to), code: (gap ?? here[0])?.code ?? null, by };
  });
}

/**
 * Whose each letter of a text is while it is being typed: what stands before and behind the place that was changed keeps the
 * author it was saved with, what is between is the writer's. A glance for the eye; what counts is worked out by the server.
 */
export function ownersNow(text: string, saved: readonly Stretch[], writer: Author["by"]): Owned[] {
  const before = saved.map((one) => one.text).join("");
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  const owned: Owned[] = [{ from: start, to: text.length - end, by: writer }];
  const shift = text.length - before.length;
  let at = 0;
  for (const { text: words, author } of saved) {
    const [from, to] = [at, at + words.length];
    at = to;
    owned.push({ from: Math.min(from, start), to: Math.min(to, start), by: author.by });
    const tail = before.length - end;
    owned.push({ from: Math.max(from, tail) + shift, to: Math.max(to, tail) + shift, by: author.by });
  }
  return owned.filter(({ from, to }) => to > from);
}
