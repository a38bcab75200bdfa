import { describe, expect, test } from "vitest";
import { readCards } from "@/lib/adapters/contacts/read-cards";
import { countLines } from "@/lib/adapters/content-lines/line-ends";

const read = (text: string) => readCards(new TextEncoder().encode(text)).people;

describe("An address book of an old Mac, its lines ended by CR", () => {
  const card = (name: string) => `BEGIN:VCARD\rVERSION:3.0\rFN:${name}\rTEL:1\rEND:VCARD\r`;

  test.each([
    ["at its end", `${card("Ana")}${card("Bo")}\n`],
    ["at its beginning", `\n${card("Ana")}${card("Bo")}`],
    ["between two friends", `${card("Ana")}\n${card("Bo")}`],
    ["instead of one CR", `${card("Ana").replace("FN:Ana\r", "FN:Ana\n")}${card("Bo")}`],
    ["behind one CR", `${card("Ana").replace("FN:Ana\r", "FN:Ana\r\n")}${card("Bo")}`],
  ])("is read though a single LF strayed in %s", (_, text) => {
    expect(read(text).map(({ name, phones }) => [name.full, phones.length])).toEqual([
      ["Ana", 1],
      ["Bo", 1],
    ]);
  });

  test("tells the line on which each friend begins", () => {
    expect(read(`${card("Ana")}\n${card("Bo")}`).map(({ line }) => line)).toEqual([1, 6]);
  });
});

test("A CR inside the note of a friend ends no line where lines end otherwise", () => {
  const [person] = read("BEGIN:VCARD\r\nFN:Ana\r\nNOTE:one\rtwo\r\nTEL:1\r\nEND:VCARD\r\n");

  expect(person).toMatchObject({ note: "one\ntwo", phones: [{ value: "1" }] });
});

test.each([
  ["a\nb\n", 2],
  ["a\r\nb\r\n", 2],
  ["a\r\r\nb\r\r\n", 2],
  ["a\rb\rc\n", 3],
  ["a\rb\r\nc\rd\r", 4],
])("Whoever is told a line of %j counts as we do", (text, lines) => expect(countLines(text)).toBe(lines));

describe("An address broken over lines", () => {
  test.each(["ADR:;;Mill Lane 3", "LABEL:Mill Lane 3"])(
    "ends where a property begins that nobody here knows: %s",
    (first) => {
      const [person] = read(`BEGIN:VCARD\nFN:Ana\n${first}\n53111 Bonn\nSKYPEID:ana.b\nTEL:1\nEND:VCARD\n`);

      expect(JSON.stringify(person?.addresses)).toContain("Mill Lane 3\\n53111 Bonn");
      expect(JSON.stringify(person?.addresses)).not.toContain("ana.b");
      expect(person?.phones).toHaveLength(1);
    },
  );

  test("keeps its own lines that have a colon", () => {
    const [person] = read("BEGIN:VCARD\nFN:Ana\nLABEL:Mill Lane 3\nATTN: Bo\nc/o: Cy\nBonn\nEND:VCARD\n");

    expect(person?.addresses[0]?.formatted).toBe("Mill Lane 3\nATTN: Bo\nc/o: Cy\nBonn");
  });
});
