import { Parser } from "htmlparser2";
import { startPage } from "@/lib/domain/draft/page-words";

/** Ten times what browsers put up with. The parser's time grows with the square of the depth, so a page is read up to here. */
const deepest = 5_000;

/**
 * The words of HTML that came from outside, as our plain text: paragraphs, lists, "text (https://…)" and emoji. Nothing in it
 * is run or fetched. It is read as it goes, and no page is built of it.
 */
export function wordsFromHtml(html: string): string {
  const page = startPage();
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      page.open(name, (one) => (Object.hasOwn(attributes, one) ? (attributes[one] ?? null) : null));
      if (++depth === deepest) parser.pause();
    },
    ontext: (text) => page.words(text),
    onclosetag: () => {
      page.close();
      depth--;
    },
  });
  parser.end(html);
  return page.text();
}
