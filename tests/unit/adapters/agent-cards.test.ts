import { describe, expect, test } from "vitest";
import { readCards } from "@/lib/adapters/contacts/read-cards";

function read(...lines: string[]) {
  return readCards(new TextEncoder().encode(`${lines.join("\r\n")}\r\n`)).people;
}

const BOSS = ["N:Boss;Bea;;;", "FN:Bea Boss", "BDAY:1960-01-02", "TEL:1"];
const AGENT = ["N:Agent;Al;;;", "FN:Al Agent", "BDAY:1990-03-04", "TEL:9", "EMAIL:al@agent.example"];
const BEA = {
  name: { full: "Bea Boss", given: "Bea", family: "Boss" },
  birthday: { date: { year: 1960, month: 1, day: 2 } },
  phones: [{ value: "1" }],
  emails: [],
  relations: [{ label: "agent", value: "Al Agent" }],
};

describe("A boss whose card has the assistant's card inside", () => {
  test.each([
    ["on the same line, before her own", ["AGENT:BEGIN:VCARD", ...AGENT, "END:VCARD", ...BOSS]],
    ["on the same line, after her own", [...BOSS, "AGENT:BEGIN:VCARD", ...AGENT, "END:VCARD"]],
    ["on the next line, before her own", ["AGENT:", "BEGIN:VCARD", ...AGENT, "END:VCARD", ...BOSS]],
    ["on the next line, after her own", [...BOSS, "AGENT:", "BEGIN:VCARD", ...AGENT, "END:VCARD"]],
    [
      "in one escaped value",
      [`AGENT:BEGIN:VCARD\\n${AGENT.join("\\n").replaceAll(";", "\\;")}\\nEND:VCARD\\n`, ...BOSS],
    ],
    [
      "in one quoted-printable value",
      [`AGENT;ENCODING=QUOTED-PRINTABLE:BEGIN:VCARD=0D=0A${AGENT.join("=0D=0A")}=0D=0AEND:VCARD`, ...BOSS],
    ],
  ])("%s, has only what is hers, and the assistant by name", (_, lines) => {
    const people = read("BEGIN:VCARD", "VERSION:2.1", ...lines, "END:VCARD");

    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject(BEA);
  });

  test("as the standard of 1998 shows it, knows Susan Thomas", () => {
    const [person] = read(
      "BEGIN:VCARD",
      "VERSION:3.0",
      "FN:Bea Boss",
      "AGENT:BEGIN:VCARD\\nFN:Susan Thomas\\nTEL:+1-919-555-",
      " 1234\\nEMAIL\\;INTERNET:sthomas@host.com\\nEND:VCARD\\n",
      "TEL:1",
      "END:VCARD",
    );

    expect(person).toMatchObject({
      phones: [{ value: "1" }],
      emails: [],
      relations: [{ label: "agent", value: "Susan Thomas" }],
    });
  });

  test("and never ended, does not swallow the next person", () => {
    const people = read(
      "BEGIN:VCARD",
      ...BOSS,
      "AGENT:BEGIN:VCARD",
      ...AGENT,
      "END:VCARD",
      "BEGIN:VCARD",
      "FN:Cy",
      "TEL:3",
      "END:VCARD",
    );

    expect(people.map(({ name, phones }) => [name.full, phones.map(({ value }) => value)])).toEqual([
      ["Bea Boss", ["1"]],
      ["Cy", ["3"]],
    ]);
  });
});
