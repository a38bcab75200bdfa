import { describe, expect, test } from "vitest";
import { continueList } from "@/components/drafts/continue-list";
import { markedText, ownersNow } from "@/components/drafts/marked-text";
import { membersLike, mentionAt } from "@/components/drafts/mention-at";
import { mergedText } from "@/components/drafts/merged-text";
import { mergeTexts } from "@/lib/adapters/words/merge-texts";
import { findPlaceholders } from "@/lib/domain/draft/placeholders";

/** The text after Enter, with | for the caret before and after. */
function pressEnter(typed: string): string | null {
  const at = typed.indexOf("|");
  const text = typed.replace("|", "");
  const edit = continueList(text, at, at);
  return edit && `${text.slice(0, edit.from)}${edit.insert}|${text.slice(edit.to)}`;
}

describe("Enter in a list", () => {
  test.each([
    ["- bread|", "- bread\n- |"],
    ["Bring:\n  * wine|", "Bring:\n  * wine\n  * |"],
    ["1. Ring him\n2. Write|", "1. Ring him\n2. Write\n3. |"],
    ["- bread| and butter", "- bread\n- | and butter"],
  ])("%j goes on with the next item", (before, after) => {
    expect(pressEnter(before)).toBe(after);
  });

  test("An empty item ends the list", () => {
    expect(pressEnter("- bread\n- |")).toBe("- bread\n|");
  });

  test.each(["Dear Tomas,|", "well-known|", "-|", "3 May|"])("%j is no list, and Enter is Enter", (typed) => {
    expect(pressEnter(typed)).toBeNull();
  });
});

describe("Two texts laid together", () => {
  const texts = {
    base: "Dear Tomas. I am sorry. See you soon.",
    mine: "Dear Tomas. I am so very sorry. See you soon.",
    theirs: "Dear Tomas. I was sad to hear it. See you on Friday.",
  };
  const { parts, text } = mergeTexts(texts);
  const at = parts.findIndex((part) => part.kind === "conflict");

  test("Where nobody chooses, both stay", () => {
    expect(mergedText(parts, {})).toBe(text);
    expect(text).toContain("so very sorry");
    expect(text).toContain("sad to hear");
  });

  test("What Ana chooses is taken, and what only Mira changed stays as Mira changed it", () => {
    expect(mergedText(parts, { [at]: "mine" })).toBe("Dear Tomas. I am so very sorry. See you on Friday.");
    expect(mergedText(parts, { [at]: "theirs" })).toBe(
      "Dear Tomas. I was sad to hear it. See you on Friday.",
    );
  });
});

describe("Calling somebody in a comment", () => {
  const members = [
    { userId: "1", name: "Mira Holt" },
    { userId: "2", name: "Ana Duarte" },
  ];

  test.each([
    ["Ask @Mi", { from: 4, typed: "Mi" }],
    ["@", { from: 0, typed: "" }],
    ["mail@example.org", null],
    ["@Mira Holt ", null],
  ])("after %j", (text, calling) => {
    expect(mentionAt(text, text.length)).toEqual(calling);
  });

  test("A first name or a family name is enough, in any letters", () => {
    expect(membersLike(members, "du").map(({ name }) => name)).toEqual(["Ana Duarte"]);
    expect(membersLike(members, "").length).toBe(2);
  });
});

const ana = { by: "assistant", name: "Ana Duarte", userId: "2" } as const;
const mira = { by: "client", name: "Mira Holt", userId: "1" } as const;

test("A gap to fill stands out of a text that is too long, and no letter is lost", () => {
  const text = "Dear {first name}, this goes on and on.";
  const gaps = findPlaceholders(text).map((gap) => ({
    ...gap,
    code: "placeholder" as const,
    says: "Fill it in.",
  }));
  const long = { from: 5, to: text.length, code: "too-long" as const, says: "Too long." };
  const pieces = markedText(text, [...gaps, long], []);

  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.map((piece) => [piece.text, piece.code])).toEqual([
    ["Dear ", null],
    ["{first name}", "placeholder"],
    [", this goes on and on.", "too-long"],
  ]);
});

describe("The look of words while they are typed", () => {
  const saved = [
    { text: "I am so sorry. ", author: ana },
    { text: "He was kind. ", author: mira },
    { text: "See you soon.", author: ana },
  ];
  const looks = (text: string) =>
    markedText(text, [], ownersNow(text, saved, "client")).map((piece) => [piece.text, piece.by]);

  test("What Mira types into Ana’s words is ink, and the rest stays as it was", () => {
    expect(looks("I am so very sorry. He was kind. See you soon.")).toEqual([
      ["I am so ", "assistant"],
      ["very ", "client"],
      ["sorry. ", "assistant"],
      ["He was kind. ", "client"],
      ["See you soon.", "assistant"],
    ]);
  });

  test.each(["", "I am so sorry. He was kind. See you soon.", "Something else", "I am so sorry. ", "soon."])(
    "No letter of %j is lost or drawn twice",
    (text) => {
      expect(
        looks(text)
          .map(([piece]) => piece)
          .join(""),
      ).toBe(text);
      expect(looks(text).map(([, by]) => by)).not.toContain("unknown");
    },
  );
});
