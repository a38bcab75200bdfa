import { describe, expect, test } from "vitest";
import { type MatchFacts, mayBeOneName, PeopleIndex } from "@/lib/domain/person/match-person";

type Somebody = MatchFacts & { id: string };

function somebody(id: string, name: string, more: Partial<MatchFacts> = {}): Somebody {
  return { id, name, sourceUid: null, emails: [], phones: [], birthday: null, ...more };
}

function find(card: Partial<MatchFacts> & { name: string }, ...known: Somebody[]) {
  const index = new PeopleIndex<Somebody>();
  for (const one of known) index.add(one);
  const found = index.find(somebody("card", card.name, card));
  return found && [found.person.id, found.reason];
}

const may4 = { year: null, month: 5, day: 4 };

describe("Whom a card means", () => {
  test("the card's own id speaks louder than a name that has changed", () => {
    for (const sourceUid of [
      "urn:uuid:0f1e2d3c-4b5a-4968-8776-655443322110",
      "0f1e2d3c-4b5a-4968-8776-655443322110",
      "noor@phone.test",
      `card:${"0f".repeat(20)}`,
    ]) {
      const known = somebody("noor", "Noor Haddad", { sourceUid });
      expect(find({ name: "Noor Lind", sourceUid }, known)).toEqual(["noor", "uid"]);
    }
  });

  test.each(["1", "contact-17", "table:0f1e2d3c4b5a4968:1"])(
    "%s is counted by every program alike: it means somebody only with their name, address or number",
    (sourceUid) => {
      const noor = somebody("noor", "Noor Haddad", {
        sourceUid,
        emails: ["noor@home.test"],
        phones: ["+49 30 1234567"],
      });
      const tomas = somebody("tomas", "Tomas Lind", { sourceUid });
      expect(find({ name: "Elin Sørensen", sourceUid }, noor)).toBeNull();
      expect(find({ name: "N. Haddad", sourceUid }, noor)).toEqual(["noor", "uid"]);
      expect(find({ name: "Mrs Lind", sourceUid, emails: ["NOOR@home.test"] }, noor)).toEqual([
        "noor",
        "uid",
      ]);
      expect(find({ name: "Mrs Lind", sourceUid, phones: ["030 1234567"] }, noor)).toEqual(["noor", "uid"]);
      expect(find({ name: "Tomas Lind", sourceUid }, noor, tomas)).toEqual(["tomas", "uid"]);
    },
  );

  test("one address and names that fit are one person; a couple's shared address are two", () => {
    const anna = somebody("anna", "Anna Meyer", { emails: ["Meyers@home.test"] });
    expect(find({ name: "A. Meyer", emails: ["meyers@HOME.test"] }, anna)).toEqual(["anna", "email"]);
    expect(find({ name: "Bernd Meyer", emails: ["meyers@home.test"] }, anna)).toBeNull();
  });

  test("of those who share an address, whoever is called just that is meant, and born on that day", () => {
    const emails = ["meyers@home.test"];
    const anna = somebody("anna", "Anna Meyer", { emails });
    const lena = somebody("lena", "Anna-Lena Meyer", { emails });
    expect(find({ name: "Anna-Lena Meyer", emails }, anna, lena)).toEqual(["lena", "email"]);
    const karl = somebody("karl", "Karl Meyer", { emails, birthday: { ...may4, year: 1950 } });
    const son = somebody("son", "Karl Meyer", { emails, birthday: { ...may4, year: 1980 } });
    const card = { name: "Karl Meyer", emails, birthday: { ...may4, year: 1980 } };
    expect(find(card, karl, son)).toEqual(["son", "email"]);
    expect(find(card, karl)).toEqual(["karl", "email"]);
  });

  test("one address and names that only fit are two people where they were born on two days", () => {
    const emails = ["meyers@home.test"];
    const karl = somebody("karl", "Karl Meyer", { emails, birthday: { ...may4, year: 1950 } });
    const son = { name: "Karl Meyer jun.", emails };
    expect(find({ ...son, birthday: { ...may4, year: 1980 } }, karl)).toBeNull();
    expect(find({ ...son, birthday: may4 }, karl)).toEqual(["karl", "email"]);
    expect(find(son, karl)).toEqual(["karl", "email"]);
  });

  test("thousands with one address, one id or one name are told apart without a look at each of the others", () => {
    let looks = 0;
    const index = new PeopleIndex<Somebody>();
    const cards = Array.from({ length: 4_000 }, (_, n) => {
      const isGuest = n % 2 === 0;
      const card = somebody(`${n}`, "", {
        sourceUid: n % 4 < 2 ? "1" : null,
        emails: isGuest ? ["info@house.test"] : [],
      });
      const name = isGuest ? `Guest${n}x No${n}x` : "John Smith";
      const phones = isGuest ? [] : [`${1_000_000 + n}`];
      const seen = <T>(value: T) => ({
        get: () => {
          looks += 1;
          return value;
        },
      });
      return Object.defineProperties(card, { name: seen(name), phones: seen(phones) });
    });
    for (const card of cards) if (!index.find(card)) index.add(card);
    expect(looks).toBeLessThan(cards.length * 150);
    expect(
      index.find(somebody("card", "Guest3998x No3998x", { emails: ["INFO@house.test"] }))?.person.id,
    ).toBe("3998");
  });

  test("a name and a birthday are one person, whatever the year that one of them does not know", () => {
    const known = somebody("a", "Ana María Pérez", { birthday: { ...may4, year: 1986 } });
    expect(find({ name: "ana maria  perez", birthday: may4 }, known)).toEqual(["a", "name-birthday"]);
    expect(find({ name: "Ana María Pérez", birthday: { ...may4, year: 1950 } }, known)).toBeNull();
    expect(find({ name: "Ana María Pérez", birthday: { ...may4, day: 5 } }, known)).toBeNull();
  });

  test("of two people with one name, the one with the same phone number is meant", () => {
    const first = somebody("1", "John Smith", { phones: ["+44 20 7946 0001"] });
    const second = somebody("2", "John Smith", { phones: ["+44 20 7946 0002"] });
    expect(find({ name: "John Smith", phones: ["020 7946 0002"] }, first, second)).toEqual([
      "2",
      "name-phone",
    ]);
    expect(find({ name: "John Smith", phones: ["020 7946 0003"] }, first, second)).toBeNull();
  });

  test("a name and a page are one person, however the page is written", () => {
    const known = somebody("j", "John Smith", {
      pages: ["https://www.linkedin.com/in/john-1/"],
      emails: ["j@home.test"],
      birthday: may4,
    });
    const pages = ["http://linkedin.com/in/john-1"];
    expect(find({ name: "John Smith", pages }, known)).toEqual(["j", "name-link"]);
    expect(find({ name: "John Smith", pages: ["https://linkedin.com/in/john-2"] }, known)).toBeNull();
    expect(find({ name: "John Smith", pages, birthday: { ...may4, day: 5 } }, known)).toBeNull();
    expect(find({ name: "Jane Smith", pages }, known)).toBeNull();
  });

  test("a bare name means somebody of whom nothing else is known either, and nobody else", () => {
    expect(find({ name: "Madonna" }, somebody("m", "Madonna"))).toEqual(["m", "name-only"]);
    expect(find({ name: "Madonna" }, somebody("m", "Madonna", { emails: ["m@m.test"] }))).toBeNull();
  });

  test.each([
    ["Noor Haddad", "N. Haddad", true],
    ["Noor Haddad", "noor", true],
    ["Noor Haddad", "Haddad, Noor", true],
    ["Noor Haddad", "noor.haddad@test.invalid", true],
    ["Noor Haddad", "Samir Haddad", false],
    ["אורי לוי", "אורי", true],
    ["山田太郎", "佐藤花子", false],
  ])("%s and %s may be one name: %s", (a, b, may) => {
    expect(mayBeOneName(a, b)).toBe(may);
    expect(mayBeOneName(b, a)).toBe(may);
  });
});
