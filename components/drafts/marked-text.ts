import type { Mark } from "@/lib/domain/draft/voice";

/** A piece of a text, and what is not ready in it: null where all is well. */
export type MarkedPiece = { from: number; text: string; code: Mark["code"] | null };

/** The text cut where marks begin and end; a gap to fill stands out of any other mark around it. */
export function markedText(text: string, marks: readonly Mark[]): MarkedPiece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, n) => {
    const to = cuts[n + 1] ?? text.length;
    const here = marks.filter((mark) => mark.from <= from && mark.to >= to);
    const gap = here.find((mark) => mark.code === "placeholder");
    return { from, text: text.slice(from, to), code: (gap ?? here[0])?.code ?? null };
  });
}
