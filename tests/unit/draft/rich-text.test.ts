import { describe, expect, test } from "vitest";
import { findLinks, safeHref } from "@/lib/domain/draft/find-links";
import { readBlocks } from "@/lib/domain/draft/rich-text";

/** Blocks as a few letters each, to be read at a glance: links in angle brackets, line breaks as "/". */
function drawn(text: string): string[] {
  const line = (spans: ReturnType<typeof lines>[number]) =>
    spans.map((span) => (span.kind === "link" ? `<${span.text}>` : span.text)).join("");
  return readBlocks(text).map((block) => {
    if (block.kind === "paragraph") return `P ${block.lines.map(line).join("/")}`;
    const items = block.items.map((item) => item.map(line).join("/")).join("|");
    return block.kind === "bullets" ? `U ${items}` : `O${block.start} ${items}`;
  });
}
const lines = (block: Extract<ReturnType<typeof readBlocks>[number], { kind: "paragraph" }>) => block.lines;

describe("A text is read as Tomas would read it", () => {
  test.each<[string, string, string[]]>([
    ["a blank line ends a paragraph", "a\nb\n\n\nc", ["P a/b", "P c"]],
    ["line ends of any system", "a\r\nb\rc\u2028d\r\n \t\r\ne", ["P a/b/c/d", "P e"]],
    ["bullets", "- a\n- b\n* c\n• d", ["U a|b|c|d"]],
    [
      "bullets right below a sentence",
      "Bring:\n- tea\n- maps\nand yourself",
      ["P Bring:", "U tea|maps", "P and yourself"],
    ],
    ["bullets with room between", "- a\n\n- b", ["U a|b"]],
    ["an item that goes on", "- a\n  and more\n- b", ["U a/and more|b"]],
    ["lists within lists, flat", "- a\n  - b\n- c", ["U a|b|c"]],
    ["numbers", "1. a\n2. b\n\n3. c", ["O1 a|b|c"]],
    ["numbers from another one on", "4. a\n5. b", ["O4 a|b"]],
    ["numbers with bullets between", "1. a\n- x\n2. b", ["O1 a", "U x", "O2 b"]],
    ["a day is no list", "Wir sehen uns am\n12. Mai um acht", ["P Wir sehen uns am/12. Mai um acht"]],
    ["a year is no list", "2024. What a year\n2025. Another", ["P 2024. What a year/2025. Another"]],
    ["a dash before a name at the end is how Mira signs", "Until soon\n- Mira", ["P Until soon/- Mira"]],
    ["a lone bullet elsewhere is a list", "- tea\nis all we need", ["U tea", "P is all we need"]],
    ["dashes that are no bullets", "-- \n-a\n*b*\n---", ["P --/-a/*b*/---"]],
    ["the signature's own line", "Bye\n\n-- \nMira", ["P Bye", "P --/Mira"]],
    ["spaces before a line of verse stay", "a\n   b", ["P a/   b"]],
    [
      "emoji and letters that run the other way",
      "👩‍👩‍👧 שלום\n- مرحبا\n- 你好",
      ["P 👩‍👩‍👧 שלום", "U مرحبا|你好"],
    ],
    ["no text", " \n\n ", []],
    ["links in an item", "- see https://a.example.\n- b", ["U see <https://a.example>.|b"]],
    ["markup is text", "<b>a</b>\n<script>x</script>", ["P <b>a</b>/<script>x</script>"]],
  ])("%s", (_, text, expected) => expect(drawn(text)).toEqual(expected));
});

const links = (text: string) => findLinks(text).map(({ from, to }) => text.slice(from, to));

describe("A link is what Tomas would open", () => {
  test.each<[string, string[]]>([
    ["See https://a.example/b?c=d#e and http://b.example", ["https://a.example/b?c=d#e", "http://b.example"]],
    ["HTTPS://A.example", ["HTTPS://A.example"]],
    ["www.a.example, www.b.example!", ["www.a.example", "www.b.example"]],
    ["mailto:ana@a.example?subject=Hi", ["mailto:ana@a.example?subject=Hi"]],
    ["https://a.example.", ["https://a.example"]],
    ["Is it https://a.example/b?!…", ["https://a.example/b"]],
    ["(https://a.example)", ["https://a.example"]],
    ["(see https://a.example/b_(c))", ["https://a.example/b_(c)"]],
    ["[https://a.example/b_(c)_[d]].", ["https://a.example/b_(c)_[d]"]],
    ["((https://a.example/))).", ["https://a.example/"]],
    ["https://a.example/(", ["https://a.example/"]],
    ["“https://a.example”", ["https://a.example"]],
    ["'https://a.example'", ["https://a.example"]],
    ["<https://a.example>", ["https://a.example"]],
    ["看https://a.example。好（www.b.example）", ["https://a.example", "www.b.example"]],
    ["https://münchen.example/größe", ["https://münchen.example/größe"]],
    ["https://a.example/👍", ["https://a.example/👍"]],
    ["https://[2001:db8::1]/a", ["https://[2001:db8::1]/a"]],
    ["https://a.example\nhttps://b.example", ["https://a.example", "https://b.example"]],
  ])("in %j", (text, expected) => expect(links(text)).toEqual(expected));

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x file:///etc/passwd ftp://a.example tel:+4312345 blob:x",
    "//a.example a.example/b example.com",
    "https:// http:/a.example https:a.example",
    "https://bank.example@evil.example https://a:b@c.example",
    "https://\\\\evil.example https:///evil.example",
    "www. www.a www..",
    "mailto: mailto:ana mailto:@a.example mailto:a@b@c",
    "ana@www.a.example xhttps://a.example",
  ])("and none in %j", (text) => expect(links(text)).toEqual([]));

  test("whatever stands before it stays text: only the address itself is opened", () => {
    expect(findLinks("javascript:https://a.example")).toEqual([
      { from: 11, to: 28, href: "https://a.example" },
    ]);
  });

  test("an address hidden behind signs that nobody sees goes no further than they do", () => {
    expect(links("https://a.example/\u202egpj.exe https://a.example\u200b/b")).toEqual([
      "https://a.example/",
      "https://a.example",
    ]);
  });

  test("www. leads to the safe address", () => {
    expect(findLinks("www.a.example")[0]?.href).toBe("https://www.a.example");
  });

  test.each([
    " java\nscript:alert(1)",
    "\tjavascript:alert(1)",
    "\u0001javascript:x",
    "/w/mira",
    "",
    "#top",
    "https://a@b.example",
    "ht\ntp:x",
  ])("%j leads nowhere", (address) => expect(safeHref(address)).toBeNull());

  test("a million brackets are read in a blink", () => {
    const begun = performance.now();
    for (const run of ["(", ")", "()", ".", "www.", "https://", "mailto:", "https://a.example)", "[)"])
      findLinks(`https://a.example/${run.repeat(100_000)}`);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

test("a link is one however often it was looked for", () => {
  const text = "https://münchen.example/größe";
  let found = 0;
  for (let n = 0; n < 30_000; n += 1) found += links(text).length;

  expect(found).toBe(30_000);
});
