import { describe, expect, test } from "vitest";
import { hashForProof, hasWordsOf } from "@/lib/adapters/proof/hash-words";
import { letterText, sentByLine, wordsAlone } from "@/lib/domain/draft/letter-text";

const none = { signature: "", proofUrl: null, sentBy: "" };
const sentBy = sentByLine("Ana Duarte", "Mira Holt");
const proofUrl = "https://desk.example.com/proof/AAAAAAAAAAAAAAAAAAAAAA";

describe("The text of a mail", () => {
  test("is the words and nothing else where nothing else was asked for", () => {
    expect(letterText("Dear Noor,\n\nyes.\n", none)).toBe("Dear Noor,\n\nyes.\n");
  });

  test("has the account's signature below its line, and last who sent it", () => {
    expect(letterText("Yes.", { ...none, signature: "Mira Holt\nHolt Workshop" })).toBe(
      "Yes.\n\n-- \nMira Holt\nHolt Workshop",
    );
    expect(letterText("Yes.", { signature: "Mira", proofUrl, sentBy })).toBe(
      `Yes.\n\nPersonally written. Check it: ${proofUrl}\n\n-- \nMira\nSent by Ana Duarte for Mira Holt`,
    );
    expect(letterText("Yes.", { ...none, sentBy })).toBe("Yes.\n\n-- \nSent by Ana Duarte for Mira Holt");
  });

  test("gets no second signature from whoever typed the first", () => {
    expect(letterText("Yes.\n\n-- \nMira", { ...none, signature: "Mira" })).toBe("Yes.\n\n-- \nMira");
    expect(wordsAlone("Yes.\n\n-- \nMira", "Mira")).toBe("Yes.");
    expect(wordsAlone("Yes.\n\n-- \nMira", "")).toBe("Yes.\n\n-- \nMira");
  });

  test("is, however it is made up, the words that its proof is of", () => {
    const texts = [
      "Yes.",
      "Yes.\n\n-- \nMira",
      "Yes.\n-- \nNot my signature\n-- \nMira",
      "- one\n- two\n\n> quoted",
    ];
    for (const text of texts)
      for (const signature of ["", "Mira", "Mira\n-- \nHolt Workshop"])
        for (const by of ["", sentBy]) {
          const hash = hashForProof(wordsAlone(text, signature));
          const mail = letterText(text, { signature, proofUrl, sentBy: by });
          expect(hasWordsOf(mail, hash), JSON.stringify({ text, signature, by })).toBe(true);
          expect(hasWordsOf(mail.replace("Yes", "No"), hash)).toBe(!text.includes("Yes"));
        }
  });
});
