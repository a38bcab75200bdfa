import { expect, test } from "vitest";
import { readCards } from "@/lib/adapters/contacts/read-cards";
import { decode1252 } from "@/lib/adapters/content-lines/decode-1252";
import { readTable } from "@/lib/adapters/tables/read-table";

const CURLY = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const bytes = Uint8Array.from({ length: 32 }, (_, n) => 0x80 + n);

test("A friend's card from an old Windows has each of its 32 special letters, and the letters around them", () => {
  expect(decode1252(bytes)).toBe(CURLY);
  expect(decode1252(Uint8Array.from([0x41, 0x7f, 0xa0, 0xe9, 0xff]))).toBe("A\u007f\u00a0éÿ");
});

test.each(["WINDOWS-1252", "iso-8859-1", "latin1", "us-ascii", "ANSI", null])(
  "A name in curly quotes under the charset %s is read as it was typed",
  (charset) => {
    const head = `BEGIN:VCARD\nFN${charset === null ? "" : `;CHARSET=${charset}`}:`;
    const file = Buffer.concat([
      Buffer.from(head),
      Uint8Array.from([0x93, 0x41, 0x6e, 0x61, 0x94, 0x20, 0x80]),
      Buffer.from("\nEND:VCARD\n"),
    ]);

    expect(readCards(file).people[0]?.name.full).toBe("“Ana” €");
  },
);

test("Somebody's table from an old Excel keeps its dashes and euros", () => {
  const file = Buffer.concat([
    Buffer.from("First name,Notes\nAna,"),
    Uint8Array.from([0x96, 0x20, 0x80]),
    Buffer.from("5\n"),
  ]);

  expect(readTable(file)).toMatchObject({ encoding: "windows-1252", rows: [["Ana", "– €5"]] });
});
