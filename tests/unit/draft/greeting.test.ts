import { describe, expect, test } from "vitest";
import { marksIn, type VoiceSheet } from "@/lib/domain/draft/voice";

const nothing: VoiceSheet = { greeting: "", signOff: "", neverWords: [], mostWords: null, byCircle: [] };
const toTomas = { circles: ["inner"], firstName: "Tomas", client: "Mira" };

const codes = (text: string, sheet: Partial<VoiceSheet>, about = toTomas as Parameters<typeof marksIn>[2]) =>
  marksIn(text, { ...nothing, ...sheet }, about).map(({ code }) => code);
describe("Mira's greeting and sign-off are asked for", () => {
  test.each<[string, string, string, boolean]>([
    ["as written", "Dear {first name},", "Dear Tomas,\nhow are you?", true],
    ["after white space", "Dear {first name},", "\n  Dear  Tomas,", true],
    ["with the other apostrophe", "G’day {first name}", "G'day Tomas", true],
    ["going on in the same line", "Dear {first name}", "Dear Tomas and Kirsten,", true],
    ["still open: it has its own mark", "Dear {first name},", "Dear {first name},", true],
    ["in Chinese, where nothing stands between", "亲爱的{first name}", "亲爱的Tomas你好", true],
    ["as another name", "Dear {first name},", "Dear Noor,", false],
    ["as a longer name", "Dear {first name}", "Dear Tomaszina", false],
    ["as another word", "Dear {first name},", "Hi Tomas,", false],
    ["small", "Dear {first name},", "dear Tomas,", false],
    ["later on", "Dear {first name},", "Well, Dear Tomas,", false],
    ["in an empty text", "Dear {first name},", "", false],
    ["not asked for", "  ", "anything", true],
  ])("a greeting %s", (_, greeting, text, isFine) =>
    expect(codes(text, { greeting }).includes("greeting")).toBe(!isFine),
  );

  test.each<[string, string, boolean]>([
    ["Dear {first name},", "Dear Noor,", true],
    ["Dear {first name},", "Dear ,", false],
    ["Dear {first name},", "Dear,", false],
    ["Hi {first name} and {somebody else},", "Hi Noor and Wei,", true],
    ["Dear {first name}", "Dear ", false],
    ["Dear {first name}", "Dear Noor", true],
    ["{first name}:", "Noor: hello", true],
    ["Dear {first name},", `Dear ${"very ".repeat(40)},`, false],
  ])("any name will do where it is not known: %j in %j", (greeting, text, isFine) =>
    expect(codes(text, { greeting }, { circles: [], firstName: null }).includes("greeting")).toBe(!isFine),
  );

  test.each<[string, string, string, boolean]>([
    ["on a line of its own", "Love, Mira", "Dear Tomas,\nbye\n\nLove,\nMira\n", true],
    ["behind other words", "Love, Mira", "With all my Love, Mira", true],
    ["missing", "Love, Mira", "See you soon, Mira", false],
    ["followed by more", "Love, Mira", "Love, Mira\nPS: bring the map", false],
    ["within a longer word", "ira", "Love, Mira", false],
    ["with their name in it", "Yours, dear {first name}", "bye. Yours, dear Tomas", true],
    ["in an empty text", "Love, Mira", "", false],
  ])("a sign-off %s", (_, signOff, text, isFine) =>
    expect(codes(text, { signOff }).includes("sign-off")).toBe(!isFine),
  );

  test("and the first or the last line is marked, with what is asked", () => {
    const text = "\nHello Tomas,\nhow are you?\nBye\n";
    const marks = marksIn(
      text,
      { ...nothing, greeting: "Hi {first name},", signOff: "Love,\nMira" },
      toTomas,
    );
    expect(marks.map(({ from, to, says }) => [text.slice(from, to), says])).toEqual([
      ["Hello Tomas,", "Mira begins with “Hi Tomas,”."],
      ["Bye", "Mira ends with “Love, Mira”."],
    ]);
  });

  test("the nearest circle that has words of its own is asked for them", () => {
    const sheet: Partial<VoiceSheet> = {
      greeting: "Dear {first name},",
      byCircle: [
        { circle: "friends", greeting: "Hey {first name},", signOff: "", mostWords: null },
        { circle: "inner", greeting: "", signOff: "", mostWords: null },
        { circle: "wider", greeting: "Good day {first name},", signOff: "", mostWords: null },
      ],
    };
    const toFriend = { ...toTomas, circles: ["inner", "friends", "wider"] };
    expect(codes("Hey Tomas,", sheet, toFriend)).toEqual([]);
    expect(codes("Dear Tomas,", sheet, toFriend)).toEqual(["greeting"]);
    expect(codes("Good day Tomas,", sheet, toFriend)).toEqual(["greeting"]);
    expect(codes("Dear Tomas,", sheet, { ...toTomas, circles: ["professional"] })).toEqual([]);
  });
});
