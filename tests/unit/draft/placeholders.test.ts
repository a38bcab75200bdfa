import { describe, expect, test } from "vitest";
import { fillPlaceholders, findPlaceholders } from "@/lib/domain/draft/placeholders";
import { quickest } from "../../support/quickest";

const names = (text: string) => findPlaceholders(text).map(({ name }) => name);

const found: [string, string[]][] = [
  ["Dear {first name}, see you on {date}.", ["first name", "date"]],
  ["{somebody else}", ["somebody else"]],
  ["{ first name }", ["first name"]],
  ["{quelqu’un d’autre}", ["quelqu’un d’autre"]],
  ["{名前}さん、{日付}に", ["名前", "日付"]],
  ["{שם פרטי} שלום", ["שם פרטי"]],
  ["{2 dates}", ["2 dates"]],
  ["👩‍👩‍👧 {date}", ["date"]],
  [`{${"a".repeat(40)}}`, ["a".repeat(40)]],
  ["{open {date}", ["date"]],
  ["\\{date}: a backslash would leave with it", ["date"]],
];

const none: [string, string][] = [
  ["two braces", "{{first name}} and {{date}}"],
  ["a brace too many in front", "{{date}"],
  ["a brace too many behind", "{date}}"],
  ["a pair over a line's end", "{first\nname}"],
  ["a pair over a line's end of Windows", "{first\r\nname}"],
  ["a pair over a line separator", "{first\u2028name}"],
  ["more than forty letters", `{${"a".repeat(41)}}`],
  ["nothing", "{} { } {\t}"],
  ["numbers alone", "{1, 2}"],
  ["signs alone", "{:} {…} {?}"],
  ["something quoted", '{"key": "value"}'],
  ["a brace that never closes", "{date"],
];

describe("Ana sees what a phrase leaves open", () => {
  test.each(found)("in %j", (text, expected) => expect(names(text)).toEqual(expected));

  test.each(none)("and none in %s", (_, text) => expect(names(text)).toEqual([]));

  test("at the very letters where it stands, also behind emoji", () => {
    const text = "🎈 Dear {first name},\r\nuntil { date }.";
    expect(findPlaceholders(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      "{first name}",
      "{ date }",
    ]);
  });
});

describe("What is known is filled in for Ana", () => {
  const known = { "first name": "Tomas", city: "Bergen", date: " " };

  test.each([
    ["Dear {first name}, how is {city}?", "Dear Tomas, how is Bergen?"],
    ["Dear {First  Name},", "Dear Tomas,"],
    ["Lieber {Vorname}, wie ist {Stadt}?", "Lieber Tomas, wie ist Bergen?"],
    ["Cher {prénom} de {ville}", "Cher Tomas de Bergen"],
    ["Querido {nombre}", "Querido Tomas"],
    ["On {date} with {somebody else}", "On {date} with {somebody else}"],
    ["{{first name}}", "{{first name}}"],
    ["{constructor} {__proto__} {toString}", "{constructor} {__proto__} {toString}"],
  ])("%j becomes %j", (phrase, filled) => expect(fillPlaceholders(phrase, known)).toBe(filled));

  test("once: a name that looks like a placeholder stays for a person to see", () => {
    const filled = fillPlaceholders("Dear {first name}", { "first name": "{city}", city: "Bergen" });
    expect(filled).toBe("Dear {city}");
    expect(names(filled)).toEqual(["city"]);
  });

  test("letter by letter, whatever a name is made of", () => {
    expect(fillPlaceholders("{name}", { name: "$& $1 \\" })).toBe("$& $1 \\");
  });
});

test("A hundred thousand braces are read in a blink", async () => {
  const read = () => {
    for (const text of ["{", "{a", "{a ", "}", "{ ", "{a}", "\\{"]) findPlaceholders(text.repeat(50_000));
  };
  expect(await quickest(2000, read)).toBeLessThan(2000);
});
