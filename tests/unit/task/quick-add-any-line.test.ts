import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDateWords } from "@/lib/adapters/words/read-date-words";
import { QUICK_ADD_LIMIT } from "@/lib/domain/task/quick-add";
import { titleOf, whatIsMissing } from "@/lib/domain/task/quick-add-title";
import { readQuickAdd } from "@/lib/domain/task/read-quick-add";
import { quickest } from "../../support/quickest";

const at = new Date("2026-11-22T10:30:00Z");
const read = (line: string) =>
  readQuickAdd(
    line,
    (text) => readDateWords(text, at, "Asia/Kathmandu"),
    () => false,
  );

/** Reads a line and holds it to what every line is promised. */
function expectWellRead(line: string): void {
  const reading = read(line);
  for (const { start, end, value } of reading.chips) {
    expect(start, value).toBeGreaterThanOrEqual(0);
    expect(end, value).toBeGreaterThan(start);
    expect(end, value).toBeLessThanOrEqual(line.length);
  }
  const title = titleOf(reading, reading.person?.name ?? null);
  expect([...title].length).toBeLessThanOrEqual(500);
  expect(title !== "" || whatIsMissing(reading, title) !== null).toBe(true);
  if (reading.date) expect(reading.date.day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
}

const pieces = fc.constantFrom(
  ...'birthday|Ana|May|3 May|29 Feb|lead 7|lead|!1|!9|#me|every 6 weeks|every|every month on the 31st|@|@Tomas|"|“|”|,|reply to|call|post|with|next Friday 15:00|in 2 hours|tomorrow|’s|birthday of|1980|31/12|--||follow|@a.b on X|check|Sun|de|Lind|\t|30 February|at 25:00|12:99|99999999999'.split(
    "|",
  ),
);

test("Whatever somebody strings together from our own words is read without a stumble", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (words) =>
      expectWellRead(words.join(" ").slice(0, QUICK_ADD_LIMIT)),
    ),
    { numRuns: 200 },
  );
});

test("Whatever somebody types at all is read without a stumble", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), (line) =>
      expectWellRead(line.slice(0, QUICK_ADD_LIMIT)),
    ),
    { numRuns: 150 },
  );
});

const samples = [
  "null",
  "undefined",
  "NaN",
  "1/0",
  "<script>alert(1)</script>",
  "'; DROP TABLE tasks; --",
  "%00",
  "\\",
  '"""',
  "{{7*7}}",
  "Ｆｕｌｌｗｉｄｔｈ ３ Ｍａｙ",
  "birthday 👩‍👩‍👧‍👦 3 May",
  "birthday \u202eanA 3 May",
  "birthday A\u0301na 3 May",
  "\ud800 birthday \udfff 3 May",
  "İİİİ birthday İ 3 May",
  "birthday Zalgơ̷̢ 3 May",
  "reply to إيلين غدا",
  "call 山田さん tomorrow",
  "\u00a0birthday\u00a0Ana\u00a03 May",
];

test.each(samples)("Even %j is read without a stumble", (line) => expectWellRead(line));

/** Strings that break other programs, where the folder with them is at hand. */
function naughtyStrings(): string[] {
  const file = path.join(process.env.FIRSTHAND_FIXTURES ?? "", "text", "naughty-strings.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];
}

test("Strings that break other programs are read without a stumble, behind every kind", () => {
  const kinds = ["", "birthday ", "reply to ", "post ", "@"];
  for (const [n, text] of [...samples, ...naughtyStrings()].entries())
    expectWellRead(`${kinds[n % kinds.length]}${text} 3 May`.slice(0, QUICK_ADD_LIMIT));
});

const evil: [string, string][] = [
  ["one sign again and again", "@".repeat(500)],
  ["quotes without an end", `"${'a" '.repeat(160)}`],
  ["a hundred dates", "3 May ".repeat(83)],
  ["a hundred names", `birthday ${"Ana ".repeat(120)}`],
  ["names and dates in turn", `birthday ${"May 3 ".repeat(80)}`],
  ["spaces", `birthday${" ".repeat(490)}x`],
  ["spaces before our words", `x${" ".repeat(480)}lead 7 !1`],
  ["every every every", "every ".repeat(83)],
  ["numbers", "1".repeat(500)],
  ["times", "12:00:00 ".repeat(55)],
  ["commas", ", ".repeat(250)],
];

test.each(evil)("A line of %s is read in a blink", async (_, line) => {
  expect(await quickest(1000, () => read(line.slice(0, QUICK_ADD_LIMIT)))).toBeLessThan(1000);
});
