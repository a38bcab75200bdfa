import { diffArrays } from "diff";
import { type Compared, type Row, rowsOf, tidyRows } from "@/lib/adapters/words/diff-rows";
import { cutSentences } from "@/lib/domain/draft/cut-sentences";
import { cutWords } from "@/lib/domain/draft/cut-words";
import type { DiffPart } from "@/lib/domain/draft/word-diff";

/** How many steps comparing may cost, first word by word, then by sentences; texts that differ in n words cost about n². */
const most = { fine: 350_000, coarse: 150_000 };

/**
 * Compares two texts by words and marks, each line end and run of white space one of them: "same" and "gone" together are `before`, "same"
 * and "new" are `after`, letter for letter. Texts too long and too unlike are compared by sentences, and where those are, too, are replaced.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const rows = compare(tokensOf(before), tokensOf(after));
  return tidyRows(rows).flatMap(({ same, gone, fresh }) => {
    const parts: DiffPart[] = [
      { kind: "same", text: same.join("") },
      { kind: "gone", text: gone.join("") },
      { kind: "new", text: fresh.join("") },
    ];
    return parts.filter((part) => part.text !== "");
  });
}

function tokensOf(text: string): string[] {
  return cutWords(text).map((piece) => piece.text);
}

/** Word by word where that is quickly done; otherwise between the sentences that both have. */
function compare(before: string[], after: string[]): Row[] {
  const fine = within(before, after, { left: most.fine });
  if (fine) return fine;
  const steps = { left: most.coarse };
  const [a, b] = [cutSentences(before.join("")), cutSentences(after.join(""))];
  const coarse = within(a, b, steps) ?? [{ same: [], gone: a, fresh: b }];
  return coarse.flatMap(({ same, gone, fresh }) => {
    const [x, y] = [tokensOf(gone.join("")), tokensOf(fresh.join(""))];
    const inside = within(x, y, steps) ?? [{ same: [], gone: x, fresh: y }];
    return [{ same: tokensOf(same.join("")), gone: [], fresh: [] }, ...inside];
  });
}

/** The shortest way from one list to another; null when it is longer than the steps that are left allow. */
function within(before: string[], after: string[], steps: { left: number }): Row[] | null {
  let [from, cut] = [0, 0];
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from += 1;
  while (cut < shorter - from && before.at(-1 - cut) === after.at(-1 - cut)) cut += 1;
  const [a, b] = [before.slice(from, before.length - cut), after.slice(from, after.length - cut)];
  const ends = (rows: Row[]): Row[] => [
    { same: before.slice(0, from), gone: [], fresh: [] },
    ...rows,
    { same: before.slice(before.length - cut), gone: [], fresh: [] },
  ];
  if (a.length === 0 || b.length === 0) return ends([{ same: [], gone: a, fresh: b }]);

  // A word that the other text has nowhere is gone or new, however long anybody searches.
  const [x, y] = [alsoIn(a, new Set(b)), alsoIn(b, new Set(a))];
  const maxEditLength = Math.floor(Math.sqrt(Math.max(steps.left, 0)));
  if (leastChanges(x.shared, y.shared) > maxEditLength) return null;
  const changes = diffArrays(x.shared, y.shared, { maxEditLength });
  const taken = changes?.reduce((sum, one) => sum + (one.added || one.removed ? one.count : 0), 0);
  steps.left -= (taken ?? maxEditLength) ** 2;
  return changes ? ends(rowsOf(changes, x, y)) : null;
}

function alsoIn(words: string[], other: ReadonlySet<string>): Compared & { shared: string[] } {
  const places = words.flatMap((word, place) => (other.has(word) ? [place] : []));
  return { words, places, shared: words.filter((word) => other.has(word)) };
}

/** As many words as must change at least, whatever the order: those that only one of the two has. */
function leastChanges(a: string[], b: string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of b) counts.set(word, (counts.get(word) ?? 0) - 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}
