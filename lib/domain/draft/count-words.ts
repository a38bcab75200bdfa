const words = new Intl.Segmenter("en", { granularity: "word" });
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Where each word of a text begins (UTF-16 units): as people count, between spaces; by dictionary in scripts that write none. */
export function wordStarts(text: string): number[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: run, index }) => {
    if (!/[\p{L}\p{N}]/u.test(run)) return [];
    if (!withoutSpaces.test(run)) return [index];
    return [...words.segment(run)].flatMap((one) => (one.isWordLike ? [index + one.index] : []));
  });
}
