import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { wordsOfPage } from "@/components/drafts/paste-html";
import { wordsFromHtml } from "@/lib/adapters/words/from-html";
import { naughtyStrings } from "../../support/naughty-strings";

/** Answers that mail programs wrote. They are not part of the repository: without them nothing is registered here. */
const folder = join(
  process.env.FIRSTHAND_FIXTURES ?? join(import.meta.dirname, "../../../../shared/fixtures"),
  "mail",
  "html",
);

/** The whole of each, read by eye: the answer, then who wrote before, then their words. */
const LETTERS: [string, RegExp][] = [
  [
    "gmail",
    /\n\nOn Thu, Jun 26, 2014 at 2:14 PM, Alexander L <a@example\.com \(mailto:abc@example\.com\)> wrote:\n\n/,
  ],
  [
    "hotmail",
    /\n\nDate: Thu, 26 Jun 2014 13:53:45 \+0400\nSubject: Test message\nFrom: abc@example\.com\nTo: /,
  ],
  ["mail_ru", /\n\nThu, 26 Jun 2014 14:00:51 \+0400 от Alexander L <abc@example\.com>:\n\n/],
  [
    "ms_outlook_2003",
    /\n\nFrom: Alexander L \[mailto:abc@example\.com\]\nSent: Friday, June 27, 2014 12:06 PM\nTo: /,
  ],
  [
    "ms_outlook_2007",
    /\n\nFrom: Alexander L \[mailto:abc@example\.com\]\nSent: Thursday, July 03, 2014 3:50 PM\nTo: /,
  ],
  ["ms_outlook_2010", /\n\nFrom: Foo \[mailto:foo@bar\.com\] On Behalf Of baz@bar\.com\nSent: Monday, /],
  ["thunderbird", /\nOn 26\.06\.2014 14:41, Alexander L wrote:\n\n/],
  ["windows_mail", /\n\nОт: Alexander L \(mailto:abc@example\.com\)\nОтправлено: /],
  ["yandex_ru", /\n\n26\.06\.2014, 14:41, "Alexander L" <abc@example\.com>:\n\n/],
];

if (existsSync(folder)) {
  test("every letter of the collection has a line in the table", () => {
    expect(LETTERS.map(([file]) => `${file}.html`).sort()).toEqual(readdirSync(folder).sort());
  });

  describe.each(LETTERS)("A letter written with %s", (file, head) => {
    const html = readFileSync(join(folder, `${file}.html`), "utf8");

    test("is read as its reader saw it", () => {
      const words = wordsFromHtml(html);
      expect(words).toMatch(/^Hi\. I am fine\.\n\nThanks,\n\n?Alex\n/);
      expect(words).toMatch(head);
      expect(words).toMatch(/\n\nHello! How are you\?(?:\n\nThanks,\n\n?Sasha\.)?$/);
      expect(words).not.toMatch(/mso|font-family|[{}]|<!|\n{3}| \n|\u00a0/i);
    });

    test("is the same when it is pasted", () => {
      expect(wordsOfPage(new DOMParser().parseFromString(html, "text/html"))).toBe(wordsFromHtml(html));
    });
  });
}

test("Strings that break other programs are pasted without a stumble, and leave no signs that turn others around", () => {
  for (const text of naughtyStrings()) {
    for (const html of [
      text,
      `<p>${text}</p>`,
      `<a href="${text}">${text}</a>`,
      `<ul><li title="${text}">x`,
    ]) {
      expect(wordsFromHtml(html)).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]|\n{3}/u);
    }
  }
});
