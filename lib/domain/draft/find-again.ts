/** WHAT STOOD HERE BEFORE: finds words that look new and are not, because somebody moved, pasted or brought them back. */
import type { Piece } from "@/lib/domain/draft/cut-words";

/** Words that stood somewhere, with the number of each one's author. */
export type Source = { pieces: readonly Piece[]; owners: readonly number[] };
/** Words whose authors are asked for; null is nobody yet. */
export type Asked = { pieces: readonly Piece[]; owners: (number | null)[] };
type Size = { words: number; letters: number };
/** What of a run of words would find its author, and the run with what has one already; whole when nothing of the source is left. */
export type Found = Size & { around: Size; isWhole: boolean };
export type Places = Map<string, { source: Source; at: number }[]>;

type Run = { source: Source; from: number; to: number; shift: number; letters: number };
/** The same two words stand in a text again and again: only its first places are tried. */
const mostPlaces = 40;
/** So many runs are tried for one version: more has no text that says anything, and somebody could keep the machine busy with it. */
const mostRuns = 15_000;
/** How many pieces from a word without an author a run is looked for that holds it. */
const reach = 6;

/** Notes where pairs of words stand, the first sources first; pairs that stood together before are noted already. */
export function notePlaces(places: Places, source: Source, isNoted: (at: number) => boolean): void {
  const { pieces } = source;
  pieces.forEach((_, at) => {
    if ((at + 1 === pieces.length && at > 0) || isNoted(at)) return;
    const key = keyOf(pieces, at, pieces.length > 1);
    const noted = places.get(key) ?? [];
    if (noted.length === 0) places.set(key, noted);
    if (noted.length < mostPlaces) noted.push({ source, at });
  });
}

/** Where the pairs of words of some sources stand. */
export function placesOf(sources: readonly Source[]): Places {
  const places: Places = new Map();
  for (const source of sources) notePlaces(places, source, () => false);
  return places;
}

/** Gives words that stood before to whom they were, the longest runs first, as far as a run is enough to be no chance. */
export function giveBack(asked: Asked, places: Places, isEnough: (found: Found) => boolean): void {
  const runs = runsOf(asked, places).filter((run) => isEnough(gainOf(asked, run)));
  for (const run of runs.sort((a, b) => b.letters - a.letters)) {
    if (!isEnough(gainOf(asked, run))) continue;
    for (let at = run.from; at < run.to; at += 1)
      asked.owners[at] ??= run.source.owners[at - run.shift] ?? null;
  }
}

/** Every run of words that a source has, too, and that holds words without an author. */
function runsOf(asked: Asked, places: Places): Run[] {
  const runs: Run[] = [];
  const reached = new Map<Source, Map<number, number>>();
  asked.owners.forEach((_, at) => {
    if (runs.length >= mostRuns) return;
    // A run may be known by its neighbours alone: "winter in" stood before, and "long winter" with it.
    if (!asked.owners.slice(Math.max(0, at - reach), at + reach + 1).includes(null)) return;
    for (const isPair of [true, false])
      for (const place of places.get(keyOf(asked.pieces, at, isPair)) ?? []) {
        const shifts = reached.get(place.source) ?? new Map<number, number>();
        reached.set(place.source, shifts);
        const shift = at - place.at;
        if ((shifts.get(shift) ?? 0) > at) continue;
        const run = runAt(asked, place.source, at, shift);
        shifts.set(shift, run.to);
        runs.push({ ...run, letters: gainOf(asked, run).letters });
      }
  });
  return runs;
}

function runAt(asked: Asked, source: Source, at: number, shift: number): Run {
  const isAlike = (n: number) => {
    const one = asked.pieces[n];
    return one !== undefined && one.text === source.pieces[n - shift]?.text;
  };
  let [from, to] = [at, at];
  while (isAlike(from - 1)) from -= 1;
  while (isAlike(to)) to += 1;
  return { source, from, to, shift, letters: 0 };
}

function gainOf(asked: Asked, { source, from, to }: Run): Found {
  const run = asked.pieces.slice(from, to);
  const gained = run.filter((_, n) => asked.owners[from + n] === null);
  const isWhole = run.length === source.pieces.length && gained.length === run.length;
  return { ...sizeOf(gained), around: sizeOf(run), isWhole };
}

function sizeOf(pieces: readonly Piece[]): Size {
  return {
    words: pieces.filter((one) => one.weight > 0).length,
    letters: pieces.reduce((sum, one) => sum + one.weight, 0),
  };
}

function keyOf(pieces: readonly Piece[], at: number, isPair: boolean): string {
  return `${pieces[at]?.text ?? ""}\u0000${isPair ? (pieces[at + 1]?.text ?? "") : ""}`;
}
