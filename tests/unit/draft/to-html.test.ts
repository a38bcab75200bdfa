import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { wordsFromHtml } from "@/lib/adapters/words/from-html";
import { blocksToHtml, writeHtmlPart } from "@/lib/adapters/words/to-html";
import { readBlocks } from "@/lib/domain/draft/rich-text";
import { naughtyStrings } from "../../support/naughty-strings";

const html = (text: string) => blocksToHtml(readBlocks(text));

describe("Tomas receives what Mira approved", () => {
  test.each<[string, string, string]>([
    ["paragraphs and line breaks", "a\nb\n\nc", '<p dir="auto">a<br>\nb</p>\n<p dir="auto">c</p>'],
    ["bullets", "- a\n- b", '<ul dir="auto"><li dir="auto">a</li><li dir="auto">b</li></ul>'],
    ["numbers", "2. a\n3. b", '<ol dir="auto" start="2"><li dir="auto">a</li><li dir="auto">b</li></ol>'],
    [
      "a link",
      "see www.a.example/?b=1&c='d",
      `<p dir="auto">see <a href="https://www.a.example/?b=1&amp;c=&#39;d" rel="noopener noreferrer">www.a.example/?b=1&amp;c=&#39;d</a></p>`,
    ],
    ["markup as text", "<b>\"&'", '<p dir="auto">&lt;b&gt;&quot;&amp;&#39;</p>'],
    ["spaces where they were", "  a  b c", '<p dir="auto">&nbsp; a&nbsp; b c</p>'],
    ["emoji", "👩‍👩‍👧", '<p dir="auto">👩‍👩‍👧</p>'],
    ["nothing", "", ""],
  ])("%s", (_, text, expected) => expect(html(text)).toBe(expected));

  test("as a whole page of its own, with nothing from elsewhere", () => {
    const page = writeHtmlPart("Dear Tomas,\n\n- a\n- b", "Lunch\r\n<i>soon</i>");
    expect(page).toMatch(/^<!doctype html>\n<html><head><meta charset="utf-8">/);
    expect(page).toContain("<title>Lunch &lt;i&gt;soon&lt;/i&gt;</title>");
    expect(page).not.toMatch(/<(?:img|link|style|script|iframe)|src=|url\(|@import/i);
  });
});

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const pieces = fc.constantFrom(
  ...'<|>|&|"|\'|<script>|</p>|<a href=javascript:x>|javascript:alert(1)|https://a.example/|http://|www.a.example|mailto:a@b.example|(|)|[|]|- |* |1. |2. |\n|\n\n|\r\n| |  |.|,|a|été|👩‍👩‍👧|שלום|你好|\u202e|\u0000|\ud800|" onclick=x |`|\\|{date}|data:text/html,x|&lt;|&#106;'.split(
    "|",
  ),
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

const ours = new Set(["P", "BR", "UL", "OL", "LI", "A"]);
const fine = new Set(["dir", "start", "href", "rel"]);

/** Holds the HTML of a text to what every text is promised. */
function expectSafe(text: string): void {
  const written = html(text);
  expect(written.replace(/<\/?(?:p|ul|ol|li|a|br)(?: [a-z]+="[^"<>]*")*>/g, "")).not.toMatch(/[<>"']/);
  const { document } = parseHTML(`<!doctype html><html><body>${written}</body></html>`);
  for (const element of document.body.querySelectorAll("*")) {
    expect(ours).toContain(element.tagName);
    for (const { name } of element.attributes) expect(fine).toContain(name);
    if (element.tagName === "A") expect(element.getAttribute("href")).toMatch(/^(?:https?:\/\/|mailto:)/i);
  }
}

/** The letters of a text that a reader sees: no white space, no signs of a list. */
const seen = (text: string) => text.replace(/[\s\p{Cc}\u00a0]+/gu, "");
const seenInBlocks = (text: string) =>
  readBlocks(text)
    .flatMap((block) => (block.kind === "paragraph" ? block.lines : block.items.flat()))
    .flat()
    .map((span) => span.text)
    .join("");

describe("Whatever Ana or Mira type", () => {
  test(`becomes no markup but ours, and no link but to the web or a mailbox (seed ${seed})`, () => {
    fc.assert(fc.property(anyText, expectSafe), { seed, numRuns: 600 });
  });

  test(`arrives: no letter is lost but the signs of a list (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [typed, left] = [seen(text), seen(seenInBlocks(text))];
        if (!/^\s*(?:[-*•]|\d{1,3}\.) /mu.test(text)) expect(left).toBe(typed);
        // Every letter of what is left is found in what was typed, in the same order.
        let at = -1;
        for (const letter of left) {
          at = typed.indexOf(letter, at + 1);
          expect(at).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed, numRuns: 600 },
    );
  });

  test(`comes back as it was when the HTML is pasted again (seed ${seed})`, () => {
    const word = fc.constantFrom(
      "Dear",
      "Tomas",
      "<b>",
      "&amp;",
      "https://a.example/b",
      "été",
      "👩‍👩‍👧",
      "{date}",
      "你好",
    );
    const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n"));
    const list = fc.array(line, { minLength: 2, maxLength: 4 });
    const bullets = list.map((items) => items.map((item) => `- ${item}`).join("\n"));
    const numbers = list.map((items) => items.map((item, n) => `${n + 1}. ${item}`).join("\n"));
    const text = fc
      .array(fc.tuple(paragraph, fc.oneof(bullets, numbers)), { minLength: 1, maxLength: 3 })
      .map((all) => all.flat().join("\n\n"));
    fc.assert(
      fc.property(text, (words) => {
        expect(wordsFromHtml(html(words))).toBe(words);
      }),
      { seed, numRuns: 300 },
    );
  });

  test("strings that break other programs are only words, too", () => {
    for (const text of naughtyStrings()) expectSafe(text);
  });
});
