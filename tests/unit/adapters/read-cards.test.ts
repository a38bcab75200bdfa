import { describe, expect, test } from "vitest";
import { readCards } from "@/lib/adapters/contacts/read-cards";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCards(bytes(text));

/** The only person of a card with these lines. */
function person(...lines: string[]) {
  const { people } = read(`BEGIN:VCARD\r\n${lines.join("\r\n")}\r\nEND:VCARD\r\n`);
  expect(people).toHaveLength(1);
  return people[0] as NonNullable<(typeof people)[0]>;
}

describe("a friend's name", () => {
  test("comes from FN, the parts from N", () => {
    const { name } = person("VERSION:3.0", "FN:Dr. Ana María Pérez", "N:Pérez;Ana;María,Sofía;Dr.;Jr.");
    expect(name).toMatchObject({ full: "Dr. Ana María Pérez", given: "Ana", family: "Pérez" });
    expect(name).toMatchObject({ additional: ["María", "Sofía"], prefixes: ["Dr."], suffixes: ["Jr."] });
  });

  test.each([
    ["its parts", ["N:Doe;John;;Mr.;"], "Mr. John Doe"],
    ["one unparted N", ["VERSION:2.1", "N:John Doe"], "John Doe"],
    ["the firm", ["ORG:Acme\\, Inc.;Sales"], "Acme, Inc."],
    ["the nickname", ["NICKNAME:Joe,Joey"], "Joe"],
    ["the e-mail", ["EMAIL:joe@example.com"], "joe@example.com"],
    ["the phone", ["TEL;CELL:123"], "123"],
  ])("is made of %s when FN is missing or empty", (_, lines, full) => {
    expect(person("FN:", ...lines).name.full).toBe(full);
  });

  test("in quoted-printable with soft breaks is put together again", () => {
    const found = person(
      "VERSION:2.1",
      "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen =",
      "M=C3=BCller",
    );
    expect(found.name.full).toBe("Jürgen Müller");
  });

  test.each([
    ["windows-1252", "CHARSET=WINDOWS-1252", [0x4a, 0xfc]],
    ["no charset at all", "X=1", [0x4a, 0xfc]],
    ["UTF-8 under another's name", "CHARSET=ISO-8859-1", [0x4a, 0xc3, 0xbc]],
    ["Shift-JIS", "CHARSET=SHIFT_JIS", [0x8e, 0x52]],
  ])("in %s is read", (what, param, letters) => {
    const file = new Uint8Array([
      ...bytes(`BEGIN:VCARD\nFN;${param}:`),
      ...letters,
      ...bytes("\nEND:VCARD\n"),
    ]);
    expect(readCards(file).people[0]?.name.full).toBe(what === "Shift-JIS" ? "山" : "Jü");
  });

  test.each(["utf-16le", "utf-16be"])("in a %s file is read", (encoding) => {
    const little = Buffer.from("\ufeffBEGIN:VCARD\r\nFN:Zoë\r\nEND:VCARD\r\n", "utf16le");
    const file = encoding === "utf-16le" ? little : Buffer.from(little).swap16();
    expect(readCards(file).people[0]?.name.full).toBe("Zoë");
  });

  test("cut by a phone in the middle of a letter keeps the rest", () => {
    const found = person("VERSION:2.1", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=C3=91=C3=91=C3");
    expect(found.name.full).toBe("ÑÑÑ\ufffd");
  });
});

describe("what a card may look like", () => {
  test.each([
    ["old Mac line ends", "BEGIN:VCARD\rFN:A\rEND:VCARD\r"],
    ["doubled line ends", "BEGIN:VCARD\r\r\nFN:A\r\r\nEND:VCARD\r\r\n"],
    ["a byte order mark", "\ufeffBEGIN:VCARD\nFN:A\nEND:VCARD"],
    ["no BEGIN", "VERSION:3.0\nFN:A\nEND:VCARD\n"],
    ["no END", "BEGIN:VCARD\nFN:A\n"],
    ["small letters", "begin:vcard\nfn:A\nend:vcard\n"],
    ["text before it", "Dear all,\nhere it is: \nBEGIN:VCARD\nFN:A\nEND:VCARD"],
    ["jCard", '["vcard",[["version",{},"text","4.0"],["fn",{},"text","A"]]]'],
  ])("%s", (_, text) => expect(read(text).people.map((one) => one.name.full)).toEqual(["A"]));

  test("a card that was never ended does not swallow the next", () => {
    const { people } = read("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n");
    expect(people.map((one) => one.name.full)).toEqual(["A", "B"]);
  });

  test("one card without anybody on it is skipped with its line, the others stay", () => {
    const { people, skipped } = read(
      "BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nREV:1\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
    );
    expect(people.map((one) => one.name.full)).toEqual(["A", "B"]);
    expect(skipped).toEqual([
      { index: 1, line: 4, why: "The card has no name and no way to reach anybody." },
    ]);
  });

  test("an agent's card within a card is a relation, not a person", () => {
    const { people } = read(
      "BEGIN:VCARD\nVERSION:2.1\nFN:Boss\nAGENT:\nBEGIN:VCARD\nFN:Agent; Smith\nTEL:1\nEND:VCARD\nTEL:2\nEND:VCARD\n",
    );
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      relations: [{ label: "agent", value: "Agent; Smith" }],
      phones: [{ value: "2" }],
    });
  });

  test("a note broken without being folded stays whole, and what follows is read", () => {
    const found = person("FN:A", "NOTE:first line", "second line: with a colon", "TEL:1");
    expect(found.note).toBe("first line\nsecond line: with a colon");
    expect(found.phones[0]?.value).toBe("1");
  });

  test("a picture broken without blanks does not hide the birthday behind it", () => {
    const found = person(
      "VERSION:2.1",
      "FN:A",
      "PHOTO;ENCODING=BASE64;JPEG:QUFB",
      "QUFB",
      "",
      "BDAY:19800322",
    );
    expect(found.photo).toMatchObject({ mediaType: "image/jpeg", bytes: 6, base64: null });
    expect(found.birthday?.date).toEqual({ year: 1980, month: 3, day: 22 });
  });

  test("folds of 2.1 keep their blank, those of 3.0 do not", () => {
    expect(person("VERSION:2.1", "FN:A", "NOTE:two", " words").note).toBe("two words");
    expect(person("VERSION:3.0", "FN:A", "NOTE:one wo", " rd").note).toBe("one word");
  });
});

describe("how to reach a friend", () => {
  test("labels come from the types, or from the group", () => {
    const found = person(
      "FN:A",
      "TEL;type=WORK;type=FAX;type=pref:1",
      "item1.TEL:2",
      "item1.X-ABLabel:_$!<AssistantPhone>!$_",
      'TEL;VALUE=uri;TYPE="home,voice";PREF=1:tel:+1-418-656-9254;ext=102',
      "EMAIL;INTERNET;PREF:mailto:a@example.com",
      "item2.EMAIL:Ana <b@example.com>",
      "item2.X-ABLabel:Club",
    );
    expect(found.phones.map(({ value, label, extension }) => [value, label, extension])).toEqual([
      ["1", "work fax", null],
      ["2", "AssistantPhone", null],
      ["+1-418-656-9254", "home", "102"],
    ]);
    expect(found.emails).toEqual([
      { value: "a@example.com", label: null, preferred: true },
      { value: "b@example.com", label: "Club", preferred: false },
    ]);
  });

  test("an address keeps its commas, lines and printed form", () => {
    const found = person(
      "VERSION:3.0",
      "FN:A",
      "ADR;TYPE=HOME:;;Main St 1\\, back;Bonn;;53111;Germany",
      "LABEL;TYPE=HOME:Main St 1\\nBonn",
    );
    expect(found.addresses[0]).toMatchObject({
      street: "Main St 1, back",
      locality: "Bonn",
      country: "Germany",
      formatted: "Main St 1\nBonn",
    });
  });

  test("messengers and networks are accounts", () => {
    const found = person(
      "FN:A",
      "X-SKYPE-USERNAME:joe",
      "IMPP;X-SERVICE-TYPE=Jabber:xmpp:a@b.c",
      "X-SOCIALPROFILE;type=twitter;x-user=joe:http://twitter.com/joe",
    );
    expect(found.accounts.map(({ service, handle }) => [service, handle])).toEqual([
      ["Skype", "joe"],
      ["Jabber", "a@b.c"],
      ["twitter", "joe"],
    ]);
  });
});

describe("the days that matter", () => {
  test.each([
    [["BDAY;value=date:1996-04-15"]],
    [["BDAY;VALUE=text:circa 1996", "BDAY:19960415"]],
    [["item1.X-ABDATE:1996-04-15", "item1.X-ABLabel:_$!<Birthday>!$_"]],
    [["X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1996-04-15;3;;;;"]],
  ])("%s is a birthday", (lines) => {
    expect(person("FN:A", ...lines).birthday?.date).toEqual({ year: 1996, month: 4, day: 15 });
  });

  test.each([
    "ANNIVERSARY:20100501",
    "X-ANNIVERSARY:2010-05-01",
    "X-MS-ANNIVERSARY:20100501",
    "X-EVOLUTION-ANNIVERSARY:2010-05-01",
    "X-KADDRESSBOOK-X-Anniversary:2010-05-01",
    "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2010-05-01;1;;;;",
  ])("%s is a wedding day", (line) => {
    expect(person("FN:A", line).anniversary?.date).toEqual({ year: 2010, month: 5, day: 1 });
  });

  test("an iPhone's birthday without a year has none", () => {
    const found = person("FN:A", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29");
    expect(found.birthday?.date).toEqual({ year: null, month: 2, day: 29 });
  });
});

test("private cards, groups and firms are told apart", () => {
  expect(person("FN:A", "CLASS:PRIVATE").privateFlag).toBe(true);
  expect(
    person("FN:Family", "X-ADDRESSBOOKSERVER-KIND:group", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1").kind,
  ).toBe("group");
  expect(person("ORG:Acme").kind).toBe("organization");
});

test("names that mean something to a program mean nothing here", () => {
  const found = person("FN:A", "UID:__proto__", "__proto__;x=1:2", "constructor.TEL:3", "TEL;__proto__=4:5");
  expect(found.uid).toBe("__proto__");
  expect(found.phones.map((phone) => phone.value)).toEqual(["3", "5"]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
