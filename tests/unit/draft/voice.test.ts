import { describe, expect, test } from "vitest";
import { type Mark, marksIn, type VoiceSheet, whyNotSubmit } from "@/lib/domain/draft/voice";
import { quickest } from "../../support/quickest";

const nothing: VoiceSheet = { greeting: "", signOff: "", neverWords: [], mostWords: null, byCircle: [] };
const toTomas = { circles: ["inner"], firstName: "Tomas", client: "Mira" };

const codes = (text: string, sheet: Partial<VoiceSheet>, about = toTomas as Parameters<typeof marksIn>[2]) =>
  marksIn(text, { ...nothing, ...sheet }, about).map(({ code }) => code);
/** What is marked of a text, as it stands there. */
const marked = (text: string, neverWords: string[]) =>
  marksIn(text, { ...nothing, neverWords }, toTomas).map(({ from, to }) => text.slice(from, to));

describe("A word Mira never uses is marked", () => {
  test.each<[string, string, string, string[]]>([
    ["in any case", "leverage", "We LEVERAGE, you leverage.", ["LEVERAGE", "leverage"]],
    ["as a whole word alone", "art", "Start the party, Art", ["Art"]],
    [
      "before an apostrophe or a dash",
      "synergy",
      "synergy’s (synergy)-synergy",
      ["synergy", "synergy", "synergy"],
    ],
    ["as a phrase over a line's end", "touch base", "Let us touch\r\n  base soon", ["touch\r\n  base"]],
    ["with accents or without", "naive", "so naïve, so nai\u0308ve", ["naïve", "nai\u0308ve"]],
    ["without accents where the list has them", "café", "CAFE", ["CAFE"]],
    ["with either apostrophe", "can’t", "I can't, you can’t", ["can't", "can’t"]],
    ["with ß or ss", "große", "GROSSE große Grosse", ["GROSSE", "große", "Grosse"]],
    ["behind emoji and letters of two units", "synergy", "👩‍👩‍👧 𝒳 synergy", ["synergy"]],
    ["with a soft hyphen in it", "synergy", "syn\u00adergy", ["syn\u00adergy"]],
    ["in Greek, with its two sigmas", "κόσμος", "ο ΚΟΣΜΟΣ", ["ΚΟΣΜΟΣ"]],
    ["in Russian", "синергия", "Синергия!", ["Синергия"]],
    ["in Arabic, with its vowels or without", "تعاون", "تَعاوُن معنا", ["تَعاوُن"]],
    ["in Hebrew", "סינרגיה", "(סינרגיה)", ["סינרגיה"]],
    ["in Chinese, anywhere", "赋能", "我们赋能你", ["赋能"]],
    ["in Japanese, anywhere", "シナジー", "それはシナジーです", ["シナジー"]],
    ["in Korean, also with what is joined to it", "시너지", "시너지를 위해", ["시너지"]],
    ["in Latin letters among Chinese ones", "AI", "我们用AI写信", ["AI"]],
    ["when it is an emoji, of any skin", "👍", "ok 👍🏽 👍", ["👍🏽", "👍"]],
  ])("%s", (_, word, text, expected) => expect(marked(text, [word])).toEqual(expected));

  test.each<[string, string, string]>([
    ["is part of another word", "art", "start party arts art1 1art"],
    ["is part of another word of the same accents", "é", "été"],
    ["differs in a vowel sign of Hindi", "दिन", "दान दीन"],
    ["differs in a mark of Japanese", "はは", "ばば"],
    ["is half a sign of Korean", "가", "각"],
    ["is the first of a family of emoji", "👩", "👩‍👩‍👧"],
    ["is the last of a family of emoji", "👧", "👩‍👩‍👧"],
    ["stands in an address", "leverage", "https://example.com/leverage?leverage=leverage"],
    ["is empty", " ", "a b  c"],
    ["is only accents", "\u0301", "e\u0301"],
  ])("and not where it %s", (_, word, text) => expect(marked(text, [word])).toEqual([]));

  test("once, however often the list names it", () => {
    expect(marked("synergy", ["synergy", "Synergy ", "SYNERGY"])).toEqual(["synergy"]);
  });

  test("and is told whose list it is on", () => {
    const [mark] = marksIn("We leverage it", { ...nothing, neverWords: ["leverage"] }, toTomas);
    expect(mark?.says).toBe("“leverage” is on the list of words that Mira never uses.");
    const [unnamed] = marksIn(
      "We leverage it",
      { ...nothing, neverWords: ["leverage"] },
      { circles: [], firstName: null },
    );
    expect(unnamed?.says).toBe("“leverage” is on the client’s list of words never used.");
  });

  test("within a blink, in twenty thousand letters and with two hundred words", async () => {
    const words = Array.from({ length: 200 }, (_, n) => `word${n}`);
    const text = "something else and a word of it ".repeat(650);
    const look = () => marksIn(text, { ...nothing, neverWords: words }, toTomas);
    expect(await quickest(1000, look)).toBeLessThan(1000);
  });
});

describe("Mira keeps it short", () => {
  const short = (circle: string, mostWords: number | null) => ({
    circle,
    greeting: "",
    signOff: "",
    mostWords,
  });

  test.each<[string, number, boolean]>([
    ["one two three", 3, true],
    ["one two three four", 3, false],
    ["  one –  two … three !  ", 3, true],
    ["don’t well-known e.g.", 3, true],
    ["see https://example.com/a/long/way?to=it", 2, true],
    ["我喜欢你们的花园", 3, false],
    ["我喜欢你们的花园", 20, true],
    ["", 1, true],
  ])("%j in at most %i words", (text, mostWords, isFine) =>
    expect(codes(text, { mostWords })).toEqual(isFine ? [] : ["too-long"]),
  );

  test("what is too much is marked, from the first word too many to the end", () => {
    const text = "one two three four five. ";
    const [mark] = marksIn(text, { ...nothing, mostWords: 3 }, toTomas);
    expect(text.slice(mark?.from, mark?.to)).toBe("four five.");
    expect(mark?.says).toBe("This has 5 words; Mira writes no more than 3 here.");
  });

  test("of several circles the strictest counts, and the sheet itself where none says", () => {
    const sheet = { mostWords: 2, byCircle: [short("inner", 9), short("friends", 4), short("wider", null)] };
    const five = "one two three four five";
    expect(codes(five, sheet, { ...toTomas, circles: ["inner"] })).toEqual([]);
    expect(codes(five, sheet, { ...toTomas, circles: ["inner", "friends", "wider"] })).toEqual(["too-long"]);
    expect(codes("one two three", sheet, { ...toTomas, circles: ["wider"] })).toEqual(["too-long"]);
    expect(codes("one two three", sheet, { ...toTomas, circles: [] })).toEqual(["too-long"]);
  });
});

describe("What is marked is not submitted", () => {
  const sheet = { ...nothing, greeting: "Dear {first name},", neverWords: ["synergy"], mostWords: 6 };

  test("the marks come in the order of the text, each reason once", () => {
    const marks = marksIn("Hi Tomas, synergy on {date}: synergy and more", sheet, toTomas);
    expect(marks.map(({ code }) => code)).toEqual([
      "greeting",
      "never-word",
      "placeholder",
      "never-word",
      "too-long",
    ] satisfies Mark["code"][]);
    expect(whyNotSubmit(marks)).toEqual({
      code: "unready",
      marks: [
        "Mira begins with “Dear Tomas,”.",
        "“synergy” is on the list of words that Mira never uses.",
        "Fill in “date”.",
        "This has 8 words; Mira writes no more than 6 here.",
      ],
    });
  });

  test("a text as Mira writes them goes on its way", () => {
    expect(whyNotSubmit(marksIn("Dear Tomas, see you soon", sheet, toTomas))).toBeNull();
  });
});
