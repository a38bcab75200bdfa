import { cutWords } from "@/lib/domain/draft/cut-words";

/** What is the same, then what went away and what came in its place. */
export type Row = { same: string[]; gone: string[]; fresh: string[] };

type Change = { value: string[]; added: boolean; removed: boolean };

/** A list of words, and the places of those that were compared with another list's. */
export type Compared = { words: readonly string[]; places: readonly number[] };

/** Rows of the words that jsdiff found the same, one by one; what lies between them in the two lists went away or is new. */
export function rowsOf(changes: readonly Change[], before: Compared, after: Compared): Row[] {
  const rows: Row[] = [];
  let [from, at, x, y] = [0, 0, 0, 0];
  for (const { value, added, removed } of changes) {
    if (removed) x += value.length;
    else if (added) y += value.length;
    else
      for (const word of value) {
        const [i, j] = [before.places[x] ?? from, after.places[y] ?? at];
        rows.push({ same: [], gone: before.words.slice(from, i), fresh: after.words.slice(at, j) });
        rows.push({ same: [word], gone: [], fresh: [] });
        [from, at, x, y] = [i + 1, j + 1, x + 1, y + 1];
      }
  }
  return [...rows, { same: [], gone: before.words.slice(from), fresh: after.words.slice(at) }];
}

/** The rows as a person would compare: no lone short word kept between words that were replaced, and sentences put in as a whole. */
export function tidyRows(rows: readonly Row[]): Row[] {
  return join(slide(join(withoutCrumbs(join(rows)))));
}

/** Neighbours that belong together made one: nothing the same between two changes, no change between two that are the same. */
function join(rows: readonly Row[]): Row[] {
  const joined: Row[] = [{ same: [], gone: [], fresh: [] }];
  for (const { same, gone, fresh } of rows) {
    const last = joined[joined.length - 1];
    if (!last) continue;
    const isChanged = last.gone.length + last.fresh.length > 0;
    if (same.length > 0 && isChanged) {
      joined.push({ same: [...same], gone: [...gone], fresh: [...fresh] });
      continue;
    }
    append(last.same, same);
    append(last.gone, gone);
    append(last.fresh, fresh);
  }
  return joined;
}

function append(to: string[], more: readonly string[]): void {
  for (const one of more) to.push(one);
}

/**
 * A word of three letters that is the same by chance, with other words on both sides, was written anew like these; so was the white
 * space between words of which some went and some came.
 */
function withoutCrumbs(rows: readonly Row[]): Row[] {
  const isReplaced = (row: Row) => hasWord(row.gone) && hasWord(row.fresh);
  const areReplaced = (a: Row, b: Row) =>
    a.gone.length + b.gone.length > 0 && a.fresh.length + b.fresh.length > 0;
  const spaced = swallow(rows, (last, row) => isWithin(row.same, 0, /^\s+$/u) && areReplaced(last, row));
  return swallow(spaced, (last, row) => isWithin(row.same, 3, /./u) && isReplaced(last) && isReplaced(row));
}

function swallow(rows: readonly Row[], isCrumb: (last: Row, row: Row) => boolean): Row[] {
  const kept: Row[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (last && last.gone.length + last.fresh.length > 0 && isCrumb(last, row)) {
      append(last.gone, [...row.same, ...row.gone]);
      append(last.fresh, [...row.same, ...row.fresh]);
    } else kept.push({ same: [...row.same], gone: [...row.gone], fresh: [...row.fresh] });
  }
  return kept;
}

function hasWord(words: readonly string[]): boolean {
  return /[\p{L}\p{N}]/u.test(words.join(""));
}

/** Whether words say no more than so many letters, and stay on their line. */
function isWithin(same: readonly string[], letters: number, like: RegExp): boolean {
  const text = same.join("");
  if (text.length > 12 || /[\n\r\u2028\u2029]/.test(text) || !like.test(text)) return false;
  return cutWords(text).reduce((sum, piece) => sum + piece.weight, 0) <= letters;
}

/**
 * Words put in (or taken out) beside words that are alike can be read in several places: "Come. [Bring Tomas. ]Bring wine." rather than
 * "Come. Bring [Tomas. Bring ]wine." They are read where a sentence begins, where they meet another change, or else where they are.
 */
function slide(rows: readonly Row[]): Row[] {
  const slid = rows.map((row) => ({ same: [...row.same], gone: [...row.gone], fresh: [...row.fresh] }));
  slid.forEach((row, n) => {
    const next = slid[n + 1];
    if (row.gone.length > 0 === row.fresh.length > 0 || !next) return;
    const put = row.gone.length > 0 ? row.gone : row.fresh;
    const around = [...row.same, ...put, ...next.same];
    const [lowest, highest] = bounds(around, row.same.length, put.length, next.same.length);
    let best = row.same.length;
    for (let at = lowest; at <= highest; at += 1)
      if (worth(around, at, n > 0) > worth(around, best, n > 0)) best = at;
    row.same = around.slice(0, best);
    put.splice(0, put.length, ...around.slice(best, best + put.length));
    next.same = around.slice(best + put.length);
  });
  return slid;
}

/** The first and last place to which a stretch can slide and still say the same. */
function bounds(around: readonly string[], from: number, length: number, behind: number): [number, number] {
  let [lowest, highest] = [from, from];
  while (lowest > 0 && around[lowest - 1] === around[lowest - 1 + length]) lowest -= 1;
  while (highest < from + behind && around[highest] === around[highest + length]) highest += 1;
  return [lowest, highest];
}

/** Meeting the change before it is best, then the beginning of a line, of a sentence, the end of one, the beginning of a word. */
function worth(around: readonly string[], at: number, hasBefore: boolean): number {
  if (at === 0) return hasBefore ? 6 : 5;
  const before = around[at - 1] ?? "";
  if (/^[\n\r\u2028\u2029]/.test(before)) return 4;
  if (/^[。！？]$/.test(before)) return 3;
  const isSpace = /^\s+$/u.test(before);
  if (/[.!?…؟۔।]$/.test(isSpace ? (around[at - 2] ?? "") : before)) return isSpace ? 3 : 2;
  return isSpace ? 1 : 0;
}
