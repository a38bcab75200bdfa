import { Parser } from "htmlparser2";
import { startPage } from "@/lib/domain/draft/page-words";

/**
 * The words of HTML that came from outside, as our plain text: paragraphs, lists, "text (https://…)" and emoji. Nothing in it
 * is run or fetched. Reads as it goes, without building a page: time grows with the length alone.
 */
export function wordsFromHtml(html: string): string {
  const page = startPage();
  const parser = new Parser({
    onopentag: (name, attributes) =>
      page.open(name, (one) => (Object.hasOwn(attributes, one) ? (attributes[one] ?? null) : null)),
    ontext: (text) => page.words(text),
    onclosetag: () => page.close(),
  });
  parser.end(html);
  return page.text();
}
