import type { Piece } from "@/lib/domain/draft/cut-words";
import type { Source } from "@/lib/domain/draft/find-again";
import type { DiffPart } from "@/lib/domain/draft/word-diff";

/** Of each piece: the place of the piece it was, and the unchanged part it is in; null when it is new. Then what went away, in runs. */
export type Compared = { keptFrom: (number | null)[]; parts: (number | null)[]; gone: Source[] };

/** Lays two versions' pieces beside each other, as a diff of their texts says. */
export function comparePages(before: Source, pieces: readonly Piece[], diff: readonly DiffPart[]): Compared {
  const isSpacing =
    pieces.length === before.pieces.length && pieces.every(({ text }, n) => before.pieces[n]?.text === text);
  // Only white space changed, and that is nobody's edit, however the diff reads it.
  if (isSpacing) return { keptFrom: pieces.map((_, n) => n), parts: pieces.map(() => 0), gone: [] };
  const placeOf = new Map(before.pieces.map((one, place) => [one.at, place]));
  const keptFrom: (number | null)[] = pieces.map(() => null);
  const parts: (number | null)[] = pieces.map(() => null);
  let [from, shift, next] = [0, 0, 0];
  diff.forEach(({ kind, text }, part) => {
    if (kind === "gone") {
      shift += text.length;
      return;
    }
    const to = from + text.length;
    for (let piece = pieces[next]; piece && piece.at < to; piece = pieces[next]) {
      const place = placeOf.get(piece.at + shift);
      // A piece that goes on beyond an unchanged part is another word than it was.
      const isKept = kind === "same" && piece.at >= from && before.pieces[place ?? -1]?.text === piece.text;
      if (isKept && piece.at + piece.text.length <= to) {
        keptFrom[next] = place ?? null;
        parts[next] = part;
      }
      next += 1;
    }
    if (kind === "new") shift -= text.length;
    from = to;
  });
  return { keptFrom, parts, gone: goneOf(before, new Set(keptFrom)) };
}

function goneOf(before: Source, kept: ReadonlySet<number | null>): Source[] {
  const gone: { pieces: Piece[]; owners: number[] }[] = [];
  let isGoing = false;
  before.pieces.forEach((piece, place) => {
    if (!kept.has(place)) {
      if (!isGoing) gone.push({ pieces: [], owners: [] });
      gone.at(-1)?.pieces.push(piece);
      gone.at(-1)?.owners.push(before.owners[place] ?? 0);
    }
    isGoing = !kept.has(place);
  });
  return gone;
}
