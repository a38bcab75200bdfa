import { describe, expect, test } from "vitest";
import { readCards } from "@/lib/adapters/contacts/read-cards";
import { readMonica } from "@/lib/adapters/contacts/read-monica";
import { relationOfWord } from "@/lib/domain/person/relation-words";

function person(...lines: string[]) {
  const file = `BEGIN:VCARD\nFN:Ana\n${lines.join("\n")}\nEND:VCARD\n`;
  return readCards(new TextEncoder().encode(file), { keepPictures: true }).people[0];
}

test("A friend of Windows' own address book has the wedding day and the spouse", () => {
  const found = person("X-WAB-WEDDING_ANNIVERSARY:20100501", "X-WAB-SPOUSE_NAME:Bo");

  expect(found?.anniversary?.date).toEqual({ year: 2010, month: 5, day: 1 });
  expect(found?.relations).toEqual([{ label: "spouse", value: "Bo" }]);
});

describe("A picture whose line does not say that it is base64", () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array(60).fill(7)]).toString("base64");

  test("is kept when its first bytes are a picture's", () => {
    expect(person(`PHOTO;TYPE=JPEG:${jpeg}`)?.photo).toMatchObject({ mediaType: "image/jpeg", bytes: 64 });
  });

  test("is put together when it is broken without blanks", () => {
    const found = person(`PHOTO;TYPE=JPEG:${jpeg.slice(0, 44)}`, jpeg.slice(44), "TEL:1");

    expect(found?.photo).toMatchObject({ bytes: 64 });
    expect(found?.phones).toHaveLength(1);
  });

  test("is nothing when they are not", () => {
    expect(person(`PHOTO;TYPE=JPEG:${"A".repeat(80)}`)?.photo).toBeNull();
  });
});

test.each([
  ["X-CLASS:PRIVATE"],
  ["X-CLASS:CONFIDENTIAL", "CLASS:PUBLIC"],
  ["CLASS:PRIVATE", "X-CLASS:PUBLIC"],
])("Whoever is private by %s stays so", (...lines) => expect(person(...lines)?.privateFlag).toBe(true));

test("An executive assistant and an expert are nobody's partner, an ex-wife is", () => {
  expect(["Executive assistant", "Expert", "ex-colleague"].map(relationOfWord)).not.toContain("partner");
  expect(["Ex", "ex-wife", "Ex husband", "x-ex_partner"].map(relationOfWord)).toEqual(
    Array(4).fill("partner"),
  );
});

test("A call that Monica wrote down without a zone was at that hour in UTC, wherever the server stands", () => {
  const call = (called_at: string) => ({ uuid: called_at, called_at, content: "Hello" });
  const read = readMonica(
    JSON.stringify({
      contacts: [
        {
          id: 1,
          first_name: "Ana",
          calls: [call("2019-05-04 18:30:00"), call("2019-05-04T18:30:00Z"), call("2019-05-04")],
        },
      ],
    }),
  );

  expect(read?.people[0]?.more?.contacts?.map(({ at }) => at)).toEqual([
    "2019-05-04T18:30:00.000Z",
    "2019-05-04T18:30:00.000Z",
    "2019-05-04T12:00:00.000Z",
  ]);
});
