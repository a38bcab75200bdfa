import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashForProof, hasWordsOf } from "@/lib/adapters/proof/hash-words";
import { makeProofKeys, signPayload, verifyPayload } from "@/lib/adapters/proof/keys";
import {
  normaliseForProof,
  type ProofSaid,
  proofLine,
  proofPayload,
  readProofPayload,
  sayProof,
  sayProofTime,
} from "@/lib/domain/draft/proof";
import { withSignature } from "@/lib/domain/draft/signature";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const line = proofLine("https://desk.example.com/proof/kV3b_0Zt-q9XbLr5nYw2Aa");
const text = "Dear Noor,\n\nthe storm lamp stands in the window. Thank you – truly.\n\nMira";
const said: ProofSaid = {
  by: "Mira Holt",
  how: "typed",
  text: "0".repeat(64),
  at: "2026-11-25T18:00:00.000Z",
};

describe("What is signed", () => {
  test("is one line that can be written in one way only", () => {
    expect(proofPayload(said)).toBe(
      `{"v":1,"by":"Mira Holt","how":"typed","text":"${"0".repeat(64)}","at":"2026-11-25T18:00:00.000Z"}`,
    );
    expect(readProofPayload(proofPayload(said))).toEqual(said);
  });

  test.each([
    ["another order", `{"by":"Mira Holt","v":1,"how":"typed","text":"${"0".repeat(64)}","at":"${said.at}"}`],
    ["another version", proofPayload(said).replace('"v":1', '"v":2')],
    ["something besides", proofPayload(said).replace("}", ',"more":1}')],
    ["white space", proofPayload(said).replace(":", ": ")],
    ["another way", proofPayload(said).replace("typed", "dictated")],
    ["no hash", proofPayload({ ...said, text: "abc" })],
    ["no time", proofPayload({ ...said, at: "soon" })],
    ["nothing", "null"],
    ["no JSON", "Personally written"],
  ])("and %s is none of ours", (_, payload) => {
    expect(readProofPayload(payload)).toBeNull();
  });

  test("verifies with the key that signed it, and with nothing changed", () => {
    const [keys, others] = [makeProofKeys(), makeProofKeys()];
    const payload = proofPayload(said);
    const signed = signPayload(payload, keys.privateKey);

    expect([keys.publicKey.length, signed.length]).toEqual([32, 64]);
    expect(verifyPayload(payload, signed, keys.publicKey)).toBe(true);
    expect(verifyPayload(payload, signed, others.publicKey)).toBe(false);
    expect(verifyPayload(payload.replace("Mira", "Nora"), signed, keys.publicKey)).toBe(false);
    expect(
      verifyPayload(
        payload,
        signed.map((byte, n) => (n === 9 ? byte ^ 1 : byte)),
        keys.publicKey,
      ),
    ).toBe(false);
    expect(verifyPayload(payload, new Uint8Array(3), keys.publicKey)).toBe(false);
    expect(verifyPayload(payload, signed, new Uint8Array(31))).toBe(false);
  });

  test("is told truthfully: typed, or approved", () => {
    expect(sayProof(said)).toBe("Mira Holt wrote this message personally, word by word.");
    expect(sayProof({ ...said, how: "approved" })).toBe("Mira Holt read and approved exactly these words.");
    expect(sayProofTime({ ...said, at: "2026-11-25T23:04:05.000Z" })).toBe("25 November 2026 at 23:04 UTC");
  });
});

describe("The words that Noor got are the words that Mira signed", () => {
  const kept: [string, string][] = [
    [
      "as they were sent, with our line and her signature",
      withSignature(`${text}\n\n${line}`, "Mira Holt\nHolt Workshop"),
    ],
    ["with a signature whose line has lost its space", `${text}\n\n${line}\n--\nMira Holt`],
    ["with the line ends of mail", text.replace(/\n/g, "\r\n")],
    ["wrapped anew", text.replace("stands in", "stands\nin")],
    ["in one line", text.replace(/\s+/g, " ")],
    ["quoted, and quoted again", `${text}\n\n${line}`.replace(/^/gm, "> > ")],
    ["quoted together with a signature", withSignature(text, "Mira").replace(/^/gm, "> ")],
    ["with our line broken in two", `${text}\n\n${line.replace(": ", ":\n> ")}`],
    ["with brackets around our link", `${text}\n\n${line.replace(/https.*/, "<$&>")}`],
    ["in decomposed letters", text.normalize("NFD")],
    ["with spaces that do not break", text.replace(/ /g, "\u00a0")],
    ["with what is not seen between them", `\ufeff${text.replace("window", "win\u200bdow")}`],
  ];
  test.each(kept)("%s", (_, received) => {
    expect(hasWordsOf(received, hashForProof(text))).toBe(true);
  });

  test.each([
    ["a word changed", text.replace("window", "door")],
    ["a word gone", text.replace("truly", "")],
    ["a word more", text.replace("Thank you", "Thank you all")],
    ["other letters of the same look", text.replace("Noor", "N\u043eor")],
    ["small for large", text.replace("Dear", "dear")],
    ["words turned around by a hidden mark", text.replace("storm lamp", "\u202estorm lamp")],
    ["words below its end", `${text}\nP.S. Send the money today.`],
    ["words after our line", `${text}\n\n${line}\nSend the money today.`],
    ["words hidden in our link", `${text}\n\n${line}?send=the+money`],
    ["nothing at all", " \n> "],
  ])("but not with %s", (_, received) => {
    expect(hasWordsOf(received, hashForProof(text))).toBe(false);
  });

  test("All of Mira's own words are signed, also those below a line of dashes", () => {
    const hers = "One thing first.\n--\nAnd another.";

    expect(hasWordsOf(withSignature(hers, "Mira"), hashForProof(hers))).toBe(true);
    expect(hasWordsOf("One thing first.", hashForProof(hers))).toBe(false);
    expect(hasWordsOf(hers.replace("another", "none"), hashForProof(hers))).toBe(false);
  });

  const word = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .map((made) => made.replace(/[\s\u200b\ufeff>*•-]/g, "") || "x");
  const words = fc.array(word, { minLength: 1, maxLength: 30 });
  const space = fc.constantFrom(" ", "\n", "\r\n", "\n\n", "\u00a0", " \n", "\t", "\n> ", "\r\n>> ");

  test("whatever mail programs do to the white space between them", () => {
    fc.assert(
      fc.property(words, fc.array(space, { minLength: 30, maxLength: 30 }), (own, spaces) => {
        const arrived = own.map((one, n) => (n === 0 ? one : `${spaces[n % 30]}${one}`)).join("");
        expect(normaliseForProof(arrived)).toBe(normaliseForProof(own.join(" ")));
        expect(normaliseForProof(normaliseForProof(arrived))).toBe(normaliseForProof(arrived));
      }),
      { seed, numRuns: 2000 },
    );
  });

  test("but not when one word is another", () => {
    fc.assert(
      fc.property(words, fc.nat(), word, (own, at, other) => {
        const which = at % own.length;
        fc.pre(own[which]?.normalize("NFC") !== other.normalize("NFC"));
        const changed = own.map((one, n) => (n === which ? other : one)).join(" ");
        fc.pre(changed.normalize("NFC") !== own.join(" ").normalize("NFC"));
        expect(hasWordsOf(changed, hashForProof(own.join(" ")))).toBe(false);
      }),
      { seed, numRuns: 2000 },
    );
  });
});
