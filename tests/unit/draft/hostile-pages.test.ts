import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { wordsOfPage } from "@/components/drafts/paste-html";
import { wordsFromHtml } from "@/lib/adapters/words/from-html";

/** As a browser reads it when somebody pastes. */
const pasted = (html: string) =>
  wordsOfPage(new DOMParser().parseFromString(`<html><body>${html}</body></html>`, "text/html"));

const hostile: [string, string][] = [
  ["script in a link", '<a href="javascript:alert(1)">a</a>'],
  ["script in a link, with white space", '<a href=" java&#10;script:alert(1)">a</a>'],
  ["script in a link, as entities", '<a href="&#106;avascript&colon;alert(1)">a</a>'],
  ["data in a link", '<a href="data:text/html,<script>alert(1)</script>">a</a>'],
  ["a name before the host", '<a href="https://bank.example@evil.example/">a</a>'],
  ["handlers", '<p onclick="alert(1)" onmouseover=alert(2)>a</p><img src=x onerror=alert(1)>'],
  ["a script that never ends", "a<script>alert(1)"],
  ["a style that never ends", "a<style>@import 'https://evil.example'"],
  ["a comment that never ends", "a<!-- alert(1)"],
  ["a tracking picture", 'a<img src="https://evil.example/t.gif" width=1 height=1 alt="">'],
  [
    "a page that moves on",
    'a<meta http-equiv=refresh content="0;url=javascript:alert(1)"><base href="https://evil.example">',
  ],
  ["names of every object", "<constructor>a</constructor><p __proto__=x hidden2>"],
];

describe("What came from outside is words alone", () => {
  test.each(hostile)("%s", (_, html) => {
    expect(wordsFromHtml(html)).toBe("a");
    expect(pasted(html)).toBe("a");
  });

  test.each<[string, string]>([
    ["elements in elements", "<div>".repeat(100_000)],
    ["lists in lists", "<ul><li>a".repeat(30_000)],
    ["links in links", '<a href="https://a.example">a'.repeat(30_000)],
    ["tables in tables", "<table><tr><td>a".repeat(30_000)],
    ["quotations in quotations", "<blockquote>a".repeat(30_000)],
    ["open brackets", "<".repeat(300_000)],
    ["open tags", "<a ".repeat(100_000)],
    ["white space", `a${" \n&nbsp;".repeat(100_000)}b`],
    ["comments that do not end", "<!--".repeat(100_000)],
    ["entities", "&#x1f600;&amp".repeat(50_000)],
    ["styles", `<p style="${"margin ".repeat(100_000)}">a`],
    ["a link without an end", `<a href="https://a.example/${"(".repeat(100_000)}">a</a>`],
  ])("a page of %s takes a moment, not for ever", (_, html) => {
    const begun = performance.now();
    wordsFromHtml(html);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test("a page a hundred thousand deep is pasted without a fall", () => {
    type Node = Parameters<typeof wordsOfPage>[0];
    type Loose = { -readonly [key in keyof Node]: Node[key] };
    const node = (nodeName: string, nodeType: number, nodeValue: string | null): Loose => ({
      nodeName,
      nodeType,
      nodeValue,
      firstChild: null,
      nextSibling: null,
      parentNode: null,
    });
    const root = node("DIV", 1, null);
    let deepest = root;
    for (let depth = 0; depth < 100_000; depth++) {
      const child = node("DIV", 1, null);
      child.parentNode = deepest;
      deepest.firstChild = child;
      deepest = child;
    }
    deepest.firstChild = { ...node("#text", 3, "a"), parentNode: deepest };
    expect(wordsOfPage(root)).toBe("a");
  });
});
