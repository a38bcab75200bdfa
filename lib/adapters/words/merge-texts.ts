import { diff3MergeRegions, type IRegion } from "node-diff3";
import { diffWords } from "@/lib/adapters/words/diff-words";
import { cutSentences } from "@/lib/domain/draft/cut-sentences";

export type Conflict = { mine: string; theirs: string; base: string };
export type MergedPart =
  | { kind: "same" | "mine" | "theirs"; text: string }
  | ({ kind: "conflict" } & Conflict);
export type Merged = { text: string; conflicts: Conflict[]; parts: MergedPart[] };

/** Texts of more pieces than this are not merged sentence by sentence, nor are those whose pieces are all alike: the machine would think too long. */
const most = { pieces: 6000, alike: 1_000_000 };

/**
 * Merges two texts that were made of one. A sentence that only one side changed is taken as it changed it; one that both changed, each in
 * its way, is a conflict: half of one and half of the other would be nobody's sentence. `text` holds both sides of a conflict, mine first,
 * so that nothing written is lost even where nobody chooses; every word that either side has and the base has not is in `parts`.
 */
export function mergeTexts(texts: Conflict): Merged {
  const parts = joined(mergeSentences(texts));
  const conflicts = parts.flatMap((part) =>
    part.kind === "conflict" ? [{ mine: part.mine, theirs: part.theirs, base: part.base }] : [],
  );
  const text = parts.map((part) => (part.kind === "conflict" ? bothOf(part) : part.text)).join("");
  return { text, conflicts, parts };
}

function mergeSentences({ base, mine, theirs }: Conflict): MergedPart[] {
  if (mine === theirs) return [{ kind: "same", text: mine }];
  if (theirs === base) return changed(base, mine, "mine");
  if (mine === base) return changed(base, theirs, "theirs");
  const [o, a, b] = [piecesOf(base), piecesOf(mine), piecesOf(theirs)];
  const isTooMuch =
    Math.max(o.length, a.length, b.length) > most.pieces || alike(o, a) + alike(o, b) > most.alike;
  if (isTooMuch) return [{ kind: "conflict", mine, theirs, base }];

  const regions = diff3MergeRegions(a, o, b);
  let from = 0;
  return regions.flatMap((region, n): MergedPart[] => {
    if (!region.stable) {
      from = region.oStart + region.oLength;
      const [ours, others] = [region.aContent.join(""), region.bContent.join("")];
      if (ours === others) return [{ kind: "same", text: ours }];
      return [{ kind: "conflict", mine: ours, theirs: others, base: region.oContent.join("") }];
    }
    const text = region.bufferContent.join("");
    if (region.buffer === "o") {
      from = region.bufferStart + region.bufferLength;
      return [{ kind: "same", text }];
    }
    const before = o.slice(from, startOf(regions[n + 1]) ?? o.length).join("");
    return changed(before, text, region.buffer === "a" ? "mine" : "theirs");
  });
}

/** In how many ways a piece of the one could be a piece of the other: with it grows the time that finding the best takes. */
function alike(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const piece of one) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return other.reduce((sum, piece) => sum + (counts.get(piece) ?? 0), 0);
}

/** Where in the base the region behind a changed one begins: always one that is the base's own, or both sides'. */
function startOf(region: IRegion<string> | undefined): number | undefined {
  if (!region) return undefined;
  return region.stable ? region.bufferStart : region.oStart;
}

/** One side's change, word by word. */
function changed(before: string, after: string, kind: "mine" | "theirs"): MergedPart[] {
  return diffWords(before, after).flatMap((part) =>
    part.kind === "gone" ? [] : [{ kind: part.kind === "same" ? ("same" as const) : kind, text: part.text }],
  );
}

/** Neighbours of one kind as one part, and none that is empty. */
function joined(parts: readonly MergedPart[]): MergedPart[] {
  const all: MergedPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.kind === "conflict") all.push(part);
    else if (part.text === "") continue;
    else if (last && last.kind !== "conflict" && last.kind === part.kind) last.text += part.text;
    else all.push({ ...part });
  }
  return all;
}

function bothOf({ mine, theirs }: Conflict): string {
  const isApart = mine === "" || theirs === "" || /\s$/u.test(mine) || /^\s/u.test(theirs);
  return isApart ? mine + theirs : `${mine} ${theirs}`;
}

/** Sentences, and between each two a piece for the white space: so that neighbours changed by different people do not touch. */
function piecesOf(text: string): string[] {
  return cutSentences(text).flatMap((sentence) => {
    const words = sentence.trimEnd();
    return [words, sentence.slice(words.length)];
  });
}
