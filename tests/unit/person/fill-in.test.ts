import { describe, expect, test } from "vitest";
import { fillIn } from "@/lib/domain/person/fill-in";
import type { PersonFacts } from "@/lib/domain/person/person";

const noor: PersonFacts = {
  saidAs: "",
  name: "Noor Haddad",
  givenName: "",
  familyName: "",
  nicknames: [],
  organization: "Harbour",
  jobTitle: "",
  circle: "friends",
  emails: [{ value: "noor@test.invalid", label: "home" }],
  phones: [{ value: "+49 30 123456", label: "" }],
  addresses: [],
  links: [],
  howMet: "",
  careful: "",
  note: "",
  language: null,
  zone: null,
};
const birthday = { kind: "birthday", label: "", month: 11, day: 28 } as const;

describe("What a card adds to somebody who is known", () => {
  test("blanks are filled, lists grow, and nothing that is there is overwritten", () => {
    const card = {
      name: "Noor H.",
      organization: "Elsewhere",
      jobTitle: "Pilot",
      emails: [
        { value: "NOOR@test.invalid", label: "" },
        { value: "n@work.test", label: "work" },
      ],
    };
    const filled = fillIn(noor, [], card, []);
    expect(filled.change).toEqual({
      jobTitle: "Pilot",
      emails: [...noor.emails, { value: "n@work.test", label: "work" }],
    });
    expect(filled.adds).toEqual(["job title", "e-mail address"]);
  });

  test.each(["+4930-123456", "0049 30 123456", "+49 (0)30 123456", "030 123456", "(030) 12 34 56"])(
    "a phone number that is only written differently is no news: %s",
    (value) =>
      expect(fillIn(noor, [], { name: "Noor", phones: [{ value, label: "x" }] }, []).adds).toEqual([]),
  );

  test.each(["+43 30 123456", "+49 30 123457", "040 123456", "+49 30 123456 ext. 7"])(
    "another one, or one with an extension, is: %s",
    (value) =>
      expect(fillIn(noor, [], { name: "Noor", phones: [{ value, label: "" }] }, []).adds).toEqual([
        "phone number",
      ]),
  );

  test("a phone number of which the card knows more is news", () => {
    const known = { ...noor, phones: [{ value: "030 123456", label: "" }] };
    const card = { name: "Noor", phones: [{ value: "+49 30 123456", label: "" }] };
    expect(fillIn(known, [], card, []).adds).toEqual(["phone number"]);
  });

  test("an unknown year is filled in; another day or year is told and kept as it is here", () => {
    const known = [{ ...birthday, id: "d1", year: null }];
    expect(fillIn(noor, known, { name: "N" }, [{ ...birthday, year: 1986 }])).toMatchObject({
      yearsOf: [{ id: "d1", year: 1986 }],
      adds: ["the year of the birthday"],
    });
    expect(
      fillIn(noor, [{ ...birthday, id: "d1", year: 1985 }], { name: "N" }, [{ ...birthday, year: 1986 }]),
    ).toMatchObject({
      adds: [],
      differs: ["The year of the birthday differs and is kept as it is here."],
    });
    expect(fillIn(noor, known, { name: "N" }, [{ ...birthday, day: 27, year: null }]).differs).toEqual([
      "The birthday differs and is kept as it is here.",
    ]);
  });

  test("what is filled in once is no news the second time", () => {
    const card = {
      name: "N",
      jobTitle: "Pilot",
      links: [{ value: "https://noor.test/", label: "" }],
      nicknames: ["Nono"],
    };
    const first = fillIn(noor, [], card, [{ ...birthday, year: null }]);
    const after = { ...noor, ...first.change };
    const days = first.newDays.map((day) => ({ ...day, id: "d1" }));
    expect(fillIn(after, days, card, [{ ...birthday, year: null }])).toMatchObject({
      change: {},
      newDays: [],
      adds: [],
    });
  });
});
