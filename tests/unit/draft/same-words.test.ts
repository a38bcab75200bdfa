import { expect, test } from "vitest";
import { compareWords } from "@/app/(entrance)/proof/[token]/_components/same-words";
import { hashForProof } from "@/lib/adapters/proof/hash-words";
import { letterText } from "@/lib/domain/draft/letter-text";

const words = "Dear Noor,\n\nI would love to come — 你好 🙂 e\u0301t\u00e9.\n\nMira";
const signed = hashForProof(words);
const { subtle } = globalThis.crypto;
const proofUrl = "https://desk.example.com/proof/AAAAAAAAAAAAAAAAAAAAAA";

test("Noor's browser finds in the message, as it arrived or quoted, exactly the words that Mira signed", async () => {
  const mail = letterText(words, { signature: "Mira Holt", proofUrl, sentBy: "Sent by Ana for Mira" });
  const quoted = mail.replace(/^/gm, "> ").replaceAll("\n", "\r\n");
  for (const text of [words, mail, quoted]) expect(await compareWords(text, signed, subtle)).toBe("same");
});

test("One other word, or one word more, and they are not the words that were signed", async () => {
  const others = [
    words.replace("love", "like"),
    `${words} Holt`,
    words.replace("Dear ", ""),
    words.toUpperCase(),
  ];
  for (const text of others) expect(await compareWords(text, signed, subtle)).toBe("other");
});

test("Nothing is said of nothing, and a browser that cannot compare says so", async () => {
  expect(await compareWords(" \n", signed, subtle)).toBeNull();
  expect(await compareWords(words, signed, undefined)).toBe("cannot");
});
