import { describe, expect, test } from "vitest";
import { asksForPrivacy, differingFields } from "@/lib/domain/address-book/differing-fields";
import type { CardSaid } from "@/lib/domain/address-book/merge-card";
import type { CardDay } from "@/lib/domain/person/fill-in";

const email = (...values: string[]) => values.map((value) => ({ value, label: "" }));
const birthday = (day: number, year: number | null = 1986): CardDay => ({
  kind: "birthday",
  label: "",
  year,
  month: 5,
  day,
});
const noor = {
  name: "Noor Haddad",
  givenName: "Noor",
  familyName: "Haddad",
  saidAs: "",
  nicknames: [],
  organization: "Haddad Glass",
  jobTitle: "",
  circle: "friends",
  emails: email("noor@haddad.example"),
  phones: [],
  addresses: [],
  links: [],
  howMet: "",
  careful: "",
  note: "Sails.\nSings.",
  language: null,
  zone: null,
  isPrivate: false,
};
const card = (facts: Partial<CardSaid["facts"]>, days: CardDay[] = []): CardSaid => ({
  facts: { name: "Noor Haddad", ...facts },
  days,
});

describe("What Mira is asked about a card of somebody whom she has already", () => {
  test("Nothing, where one side is silent, both say the same, or one says more", () => {
    const said = card({ jobTitle: "Glazier", note: "Sails.", emails: email("n@home.example") }, [
      birthday(4),
    ]);
    expect(differingFields(said, noor, [{ ...birthday(4), id: "day-1" }])).toEqual([]);
    expect(differingFields(card({ organization: "" }), noor, [])).toEqual([]);
  });

  test("Every field in which both say something, each another thing", () => {
    const said = card({ organization: "The opera", note: "Rows." }, [birthday(6)]);
    expect(differingFields(said, noor, [{ ...birthday(4), id: "day-1" }])).toEqual([
      "organization",
      "note",
      "day:birthday",
    ]);
  });

  test("Whether somebody becomes private whose card is, once", () => {
    const secret = { ...card({}), isPrivate: true };
    expect(differingFields(secret, noor, [])).toEqual(["private"]);
    expect(asksForPrivacy(card({}), secret, noor, [])).toBe(true);
    expect(asksForPrivacy(secret, secret, noor, ["private"])).toBe(true);
    expect(asksForPrivacy(secret, secret, noor, [])).toBe(false);
    expect(asksForPrivacy(card({}), secret, { isPrivate: true }, [])).toBe(false);
    expect(asksForPrivacy(secret, card({}), noor, ["private"])).toBe(false);
  });
});
