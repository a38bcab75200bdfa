/** Where a sentence ends: at its mark with white space behind it, at the full stops of scripts without spaces, and with the line. */
const ends =
  /(?<![.!?…؟۔।])[.!?…؟۔।]+["'”’»)\]]*\s+(?![\s\p{Ll}])|[。！？]+[」』”’）]*\s*|[\n\r\u2028\u2029]+\s*/gu;
/** A full stop that ends a word and no sentence. */
const shortened =
  /(?:^|[\s(])(?:Dr|Mrs?|Ms|Prof|St|Mme|Mlle|Sra?|Hr|Fr|Nr|No|vs|e\.g|i\.e|z\.B|\p{Lu})\.\s+$/u;

/** Cuts a text into sentences that together are the text, each with the white space behind it. */
export function cutSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(ends)) {
    const to = index + end.length;
    const isShortened =
      end.startsWith(".") && !/[\n\r]/.test(end) && shortened.test(text.slice(Math.max(from, to - 12), to));
    if (isShortened || (from === 0 && text.slice(0, to).trim() === "")) continue;
    sentences.push(text.slice(from, to));
    from = to;
  }
  if (from < text.length) sentences.push(text.slice(from));
  return sentences;
}
