import { cutSentences } from "@/lib/domain/draft/cut-sentences";
import { type Author, isSameAuthor, type Stretch } from "@/lib/domain/draft/whose-words";

/** A sentence with the white space behind it, its stretches, and whose it is when all of it is one author's. */
export type SentenceWords = { text: string; stretches: Stretch[]; whose: Author | "several" };

/** The stretches of a text, sentence by sentence; all sentences together are the text. */
export function sentencesOf(stretches: readonly Stretch[]): SentenceWords[] {
  const text = stretches.map((one) => one.text).join("");
  let [from, at, end] = [0, 0, 0];
  return cutSentences(text).flatMap((sentence) => {
    const to = from + sentence.length;
    const own: Stretch[] = [];
    for (let one = stretches[at]; one && from < to; one = stretches[at]) {
      const until = Math.min(to, end + one.text.length);
      own.push({ text: text.slice(from, until), author: one.author });
      from = until;
      if (until < end + one.text.length) break;
      end = until;
      at += 1;
    }
    const [first, ...rest] = own.filter((one) => one.text.trim() !== "").map((one) => one.author);
    const author = first ?? own[0]?.author;
    if (!author) return [];
    const whose = rest.every((one) => isSameAuthor(one, author)) ? author : ("several" as const);
    return [{ text: sentence, stretches: own, whose }];
  });
}
