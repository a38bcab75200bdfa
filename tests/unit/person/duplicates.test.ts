import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emailKey, isSamePhone } from "@/lib/domain/person/contact-keys";
import { type DuplicateFacts, judgePair } from "@/lib/domain/person/duplicates";

type Some = Partial<DuplicateFacts> & { name: string };

function somebody(facts: Some): DuplicateFacts {
  const unknown = {
    givenName: "",
    familyName: "",
    nicknames: [],
    organization: "",
    emails: [],
    phones: [],
    birthday: null,
  };
  return { ...unknown, ...facts };
}

const how = (a: Some, b: Some) => judgePair(somebody(a), somebody(b))?.how ?? "no";
const email = { emails: ["home@smith.example"] };
const phone = { phones: ["+44 20 7946 0001"] };
const may3 = { month: 5, day: 3, year: 1986 };
const born = { birthday: may3 };
const other = { birthday: { month: 9, day: 12, year: 1955 } };

describe("Who is surely one person, who perhaps, and who is not", () => {
  test.each<[string, string, Some, Some]>([
    [
      "one name and one address",
      "surely",
      { name: "Ana Duarte", ...email },
      { name: "Duarte, Ana", ...email },
    ],
    [
      "one name, accents aside, and one birthday",
      "surely",
      { name: "Zoë Müller", ...born },
      { name: "Zoe Mueller", ...born },
    ],
    [
      "a birthday of which one does not know the year",
      "surely",
      { name: "Jo Lind", ...born },
      { name: "Jo Lind", birthday: { ...may3, year: null } },
    ],
    [
      "a short form and one phone",
      "surely",
      { name: "Bob Smith", ...phone },
      { name: "Robert Smith", phones: ["020 7946 0001"] },
    ],
    [
      "a slip of the pen and one address",
      "surely",
      { name: "Noor Hadadd", ...email },
      { name: "Noor Haddad", ...email },
    ],
    [
      "a middle name more, and one address",
      "surely",
      { name: "Ana M. Duarte", ...email },
      { name: "Ana Duarte", ...email },
    ],
    ["nothing but the name", "perhaps", { name: "Ana Duarte" }, { name: "ana DUARTE" }],
    ["nothing but a slip of the pen", "perhaps", { name: "Noor Hadadd" }, { name: "Noor Haddad" }],
    [
      "a letter for a name, and one address",
      "perhaps",
      { name: "J. Smith", ...email },
      { name: "John Smith", ...email },
    ],
    [
      "a letter for a name, and one organization",
      "perhaps",
      { name: "J. Smith", organization: "Acme" },
      { name: "John Smith", organization: "acme" },
    ],
    [
      "a first name alone, and one phone",
      "perhaps",
      { name: "Ana", ...phone },
      { name: "Ana Duarte", ...phone },
    ],
    [
      "another family name since, and one address",
      "perhaps",
      { name: "Ana Duarte", ...email },
      { name: "Ana Ribeiro", ...email },
    ],
    [
      "an earlier name that is written down",
      "surely",
      { name: "Ana Ribeiro", nicknames: ["Ana Duarte"], ...email },
      { name: "Ana Duarte", ...email },
    ],
    [
      "father and son, one name and two birthdays",
      "no",
      { name: "John Smith", ...email, ...born },
      { name: "John Smith", ...email, ...other },
    ],
    [
      "one name and one address, and two days of one year",
      "perhaps",
      { name: "Cato Auditsen", ...email, birthday: { month: 11, day: 1, year: 1970 } },
      { name: "Cato Auditsen", ...email, birthday: { month: 11, day: 2, year: 1970 } },
    ],
    [
      "one name and two days of one year, and nothing else",
      "no",
      { name: "Cato Auditsen", birthday: { month: 11, day: 1, year: 1970 } },
      { name: "Cato Auditsen", birthday: { month: 11, day: 2, year: 1970 } },
    ],
    [
      "names alike, one address, and two days of one year",
      "no",
      { name: "Mia Lund", ...email, birthday: { month: 11, day: 1, year: 1970 } },
      { name: "Mja Lund", ...email, birthday: { month: 11, day: 2, year: 1970 } },
    ],
    [
      "one day in two years",
      "no",
      { name: "John Smith", ...born },
      { name: "John Smith", birthday: { ...may3, year: 1955 } },
    ],
    ["Jr and Sr", "no", { name: "John Smith Jr.", ...email }, { name: "John Smith Sr", ...email }],
    [
      "a couple with one address and one phone",
      "no",
      { name: "Anna Meyer", ...email, ...phone },
      { name: "Bernd Meyer", ...email, ...phone },
    ],
    ["twins", "no", { name: "Mia Lund", ...phone, ...born }, { name: "Ida Lund", ...phone, ...born }],
    ["Mario and Maria", "no", { name: "Mario Rossi" }, { name: "Maria Rossi" }],
    ["a letter for a name, and nothing else", "no", { name: "J. Smith" }, { name: "John Smith" }],
    ["a first name alone, and nothing else", "no", { name: "Ana" }, { name: "Ana Duarte" }],
    [
      "colleagues with one switchboard",
      "no",
      { name: "Ana Duarte", ...phone },
      { name: "Per Holm", ...phone },
    ],
  ])("%s: %s", (_, expected, a, b) => {
    expect([how(a, b), how(b, a)]).toEqual([expected, expected]);
  });

  test("a pair carries its reasons in words", () => {
    const verdict = judgePair(
      somebody({ name: "Jon Smith", ...born, emails: ["Jon.Smith+post@gmail.com"] }),
      somebody({ name: "John Smith", ...born, emails: ["jonsmith@googlemail.com"] }),
    );
    expect(verdict).toEqual({
      how: "surely",
      reasons: [
        "same e-mail address Jon.Smith+post@gmail.com",
        "same birthday, 3 May 1986",
        "names alike: Jon Smith / John Smith",
      ],
    });
  });
});

test.each([
  ["Ana+news@Home.test", "ana@home.test"],
  ["a.n.a@gmail.com", "ana@gmail.com"],
  ["a.n.a@home.test", "a.n.a@home.test"],
  ["no address", ""],
])("The address %s is %s", (value, key) => {
  expect(emailKey(value)).toBe(key);
});

test.each([
  ["+49 (0)30 123 45 67", "030 1234567", true],
  ["0049 30 1234567", "+49 30 1234567", true],
  ["+1 30 1234567", "+49 30 1234567", false],
  ["12345", "12345", false],
  ["020 7946 0001 ext 12", "+44 20 7946 0001", true],
  ["1234567", "+49 30 55 1234567", false],
])("The numbers %s and %s: one phone is %s", (a, b, isOne) => {
  expect([isSamePhone(a, b), isSamePhone(b, a)]).toEqual([isOne, isOne]);
});

const seed = Date.now() % 1_000_000_007;
const word = fc.stringMatching(/^[A-Z][a-zàéøß]{1,8}$/);
const people = fc.record({
  name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
  givenName: fc.constant(""),
  familyName: fc.constant(""),
  nicknames: fc.array(word, { maxLength: 1 }),
  organization: fc.constantFrom("", "Acme"),
  emails: fc.array(fc.constantFrom("a@x.test", "b@x.test"), { maxLength: 2 }),
  phones: fc.array(fc.constantFrom("+49 30 1234567", "030 1234567", "555 00"), { maxLength: 2 }),
  birthday: fc.option(
    fc.record({
      month: fc.constantFrom(1, 2),
      day: fc.constantFrom(1, 2),
      year: fc.option(fc.constantFrom(1980, 1981)),
    }),
  ),
});

test(`A verdict is the same both ways round, has reasons, and is never sure against two birthdays (seed ${seed})`, () => {
  fc.assert(
    fc.property(people, people, (a, b) => {
      const [one, two] = [judgePair(a, b), judgePair(b, a)];
      expect(one?.how).toBe(two?.how);
      if (one) expect(one.reasons.length).toBeGreaterThan(0);
      const isOneDay = a.birthday?.month === b.birthday?.month && a.birthday?.day === b.birthday?.day;
      if (one && a.birthday && b.birthday && !isOneDay)
        expect(one).toEqual({ how: "perhaps", reasons: expect.arrayContaining(["their birthdays differ"]) });
    }),
    { seed, numRuns: 3000 },
  );
});

test(`Somebody written down twice is found, whatever the order, capitals and accents (seed ${seed})`, () => {
  fc.assert(
    fc.property(people, (a) => {
      const name = a.name.split(" ").reverse().join(", ").toUpperCase();
      expect(judgePair(a, { ...a, name })?.how).toBe(
        a.emails.length + a.phones.filter((one) => one.length > 6).length > 0 || a.birthday
          ? "surely"
          : "perhaps",
      );
    }),
    { seed, numRuns: 1000 },
  );
});

test.each(["Jr", "Dr", "Junior"])("somebody of whom only “%s” is known is found again", (name) => {
  const card = {
    name,
    givenName: "",
    familyName: "",
    nicknames: [],
    organization: "",
    emails: [],
    phones: [],
    birthday: null,
  };

  expect(judgePair(card, { ...card, name: name.toUpperCase() })?.how).toBe("perhaps");
});
