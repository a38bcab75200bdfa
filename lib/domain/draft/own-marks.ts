import { cutSentences } from "@/lib/domain/draft/cut-sentences";
import type { Asked } from "@/lib/domain/draft/find-again";

/**
 * An author for every piece: `author` for what nobody else has. Where no word of a sentence was kept, its full stop was kept by
 * chance alone and goes with the word before it; every other mark stays with whoever made it.
 */
export function ownMarks(
  text: string,
  { pieces, owners }: Asked,
  keptFrom: readonly (number | null)[],
  author: number,
): number[] {
  const all = owners.map((owner) => owner ?? author);
  let [from, end] = [0, 0];
  for (const sentence of cutSentences(text)) {
    end += sentence.length;
    let to = from;
    while (to < pieces.length && (pieces[to]?.at ?? end) < end) to += 1;
    const words = pieces.slice(from, to).flatMap(({ weight }, n) => (weight > 0 ? [from + n] : []));
    const first = words[0];
    if (first !== undefined && words.every((at) => keptFrom[at] === null))
      for (let at = from; at < to; at += 1)
        if (keptFrom[at] !== null && /^\p{P}+$/u.test(pieces[at]?.text ?? ""))
          all[at] = all[at > first ? at - 1 : first] ?? author;
    from = to;
  }
  return all;
}
