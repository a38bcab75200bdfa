import { describe, expect, test } from "vitest";
import { readCards } from "@/lib/adapters/contacts/read-cards";
import { personFromCard } from "@/lib/use-cases/import/person-from-card";

/** Somebody out of a card with these lines, in the desk's own words. */
function somebody(...lines: string[]) {
  const text = ["BEGIN:VCARD", "VERSION:3.0", "FN:Noor Haddad", ...lines, "END:VCARD", ""].join("\r\n");
  const [person] = readCards(new TextEncoder().encode(text)).people;
  if (!person) throw new Error("nobody is in the card");
  return personFromCard(person);
}

describe("A day of Noor's that is not known to the day", () => {
  test.each([
    ["BDAY:1996-04", "Birthday: April 1996"],
    ["BDAY:1996", "Birthday: 1996"],
    ["BDAY:--04", "Birthday: April"],
    ["BDAY:---15", "Birthday: ---15"],
    ["BDAY:circa 1800", "Birthday: circa 1800"],
    ["BDAY:04/05/1996", "Birthday: 04/05/1996"],
    ["ANNIVERSARY:2010", "Anniversary: 2010"],
    ["DEATHDATE:2019-02", "Died: February 2019"],
  ])("%s is kept as a detail, and the row says so", (line, value) => {
    const { days, more, remarks } = somebody(line);
    expect(days).toEqual([]);
    expect(more?.facts).toEqual([{ kind: "detail", label: "", value, fromWhere: "" }]);
    expect(remarks.join(" ")).toContain(`“${value}” is no whole day: it is kept as a detail.`);
  });

  test("keeps its name where it is one of her own", () => {
    const { more } = somebody("item1.X-ABDATE:June 2001", "item1.X-ABLabel:Moved");
    expect(more?.facts).toMatchObject([{ value: "Moved: June 2001" }]);
  });

  test("is nothing where a program means that there is none", () => {
    const { more, remarks } = somebody("BDAY:0000-00-00");
    expect([more, remarks]).toEqual([undefined, []]);
  });
});
