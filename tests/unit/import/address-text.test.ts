import { expect, test } from "vitest";
import { emptyPerson } from "@/lib/adapters/contacts/card-draft";
import { readCards } from "@/lib/adapters/contacts/read-cards";
import { personFromCard } from "@/lib/use-cases/import/person-from-card";

function addressOf(...lines: string[]): string | undefined {
  const file = `BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n${lines.join("\n")}\nEND:VCARD\n`;
  const [person] = readCards(new TextEncoder().encode(file)).people;
  return personFromCard(person ?? emptyPerson(1)).facts.addresses?.[0]?.value;
}

const ADR = "ADR:;2nd floor;Mill Lane 3;Bonn;NRW;53111;Germany";

test.each([
  [
    "says it all, it is taken as printed",
    "Germany\\n53111 Bonn (NRW)\\n2nd Floor\\, Mill Lane 3",
    "Germany\n53111 Bonn (NRW)\n2nd Floor, Mill Lane 3",
  ],
  [
    "leaves out the floor, the parts are taken",
    "Mill Lane 3\\nBonn",
    "Mill Lane 3\n2nd floor\n53111 Bonn\nNRW\nGermany",
  ],
  [
    "leaves out only the country, it stands below",
    "2nd floor\\nMill Lane 3\\nBonn NRW 53111",
    "2nd floor\nMill Lane 3\nBonn NRW 53111\nGermany",
  ],
  [
    "has something of its own, what is missing stands below",
    "c/o Bo\\nMill Lane 3\\n2nd floor\\n53111 Bonn",
    "c/o Bo\nMill Lane 3\n2nd floor\n53111 Bonn\nNRW\nGermany",
  ],
])("Where the print of Ana's address %s", (_, label, text) => {
  expect(addressOf(ADR, `LABEL:${label}`)).toBe(text);
});

test("Ana, whose address has no print, has it in lines", () => {
  expect(addressOf(ADR)).toBe("Mill Lane 3\n2nd floor\n53111 Bonn\nNRW\nGermany");
});

test("Somebody with more than twenty numbers is told that the rest is left out", () => {
  const person = emptyPerson(1);
  person.name.full = "Ana";
  for (let n = 0; n < 25; n++) {
    person.phones.push({ value: `+49 ${n}`, label: null, preferred: false, kinds: [], extension: null });
    person.emails.push({ value: "ana@example.com", label: null, preferred: false });
  }

  const { facts, remarks } = personFromCard(person);

  expect(facts.phones).toHaveLength(20);
  expect(facts.emails).toHaveLength(1);
  expect(remarks).toEqual(["Of 25 phone numbers, the first 20 are kept."]);
});
