import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeDays } from "@/lib/domain/person/merge-days";
import { type MergeFacts, mergeFacts, takeBackFacts } from "@/lib/domain/person/merge-people";

const nobody: MergeFacts = {
  name: "Ana",
  givenName: "",
  familyName: "",
  saidAs: "",
  nicknames: [],
  organization: "",
  jobTitle: "",
  circles: ["wider"],
  emails: [],
  phones: [],
  addresses: [],
  links: [],
  howMet: "",
  careful: "",
  note: "",
  language: null,
  zone: null,
  cadenceDays: null,
  neverDue: false,
  touchPausedUntil: null,
  leadDays: null,
  isDead: false,
  diedOn: null,
  isRemembered: false,
};
const desk = ["inner", "friends", "professional", "wider"];
const mail = (value: string) => ({ value, label: "" });

test("What one does not say is taken from the other; where both say something, the kept one's stays unless chosen", () => {
  const kept = { ...nobody, note: "Likes tea", organization: "Acme" };
  const merged = {
    ...nobody,
    note: "Plays the oboe",
    organization: "Boats",
    howMet: "On a boat",
    zone: "Europe/Lisbon",
  };
  expect(mergeFacts(kept, merged, {}, desk)).toEqual({ howMet: "On a boat", zone: "Europe/Lisbon" });
  expect(mergeFacts(kept, merged, { note: "both", organization: "merged" }, desk)).toMatchObject({
    note: "Likes tea\n\nPlays the oboe",
    organization: "Boats",
  });
});

test("Lists are united, each thing once; another name is kept as one they are called by; no circle is lost", () => {
  const kept = { ...nobody, name: "Ana Duarte", emails: [mail("ana@x.test")], circles: ["friends"] };
  const merged = {
    ...nobody,
    name: "Duarte, Ana",
    emails: [mail("ANA@x.test"), mail("a@y.test")],
    circles: ["wider", "inner"],
  };
  expect(mergeFacts(kept, merged, {}, desk)).toEqual({
    nicknames: ["Duarte, Ana"],
    emails: [mail("ana@x.test"), mail("a@y.test")],
    circles: ["inner", "friends", "wider"],
  });
});

test("One birthday stays, the same day stands once and learns its year, and other days come along", () => {
  const day = (id: string, more: object) => ({
    id,
    kind: "birthday" as const,
    label: "",
    month: 5,
    day: 3,
    year: null,
    ...more,
  });
  expect(mergeDays([day("a", {})], [day("b", { year: 1986 })], "merged")).toEqual({
    moved: [],
    removed: ["b"],
    years: [{ id: "a", year: 1986 }],
    twins: [{ gone: "b", stays: "a" }],
  });
  expect(mergeDays([day("a", {})], [day("b", { day: 9 })], "kept")).toMatchObject({
    moved: [],
    removed: ["b"],
  });
  expect(mergeDays([day("a", {})], [day("b", { day: 9 })], "merged")).toMatchObject({
    moved: ["b"],
    removed: ["a"],
  });
  expect(mergeDays([], [day("b", { kind: "other", label: "Wedding" })], "kept")).toMatchObject({
    moved: ["b"],
    removed: [],
  });
});

const seed = Date.now() % 1_000_000_007;
const text = fc.constantFrom("", "One", "Two");
const lines = fc.array(fc.constantFrom("a@x.test", "b@x.test", "c@x.test").map(mail), { maxLength: 3 });
const facts = fc
  .record({
    name: fc.constantFrom("Ana", "Anna"),
    note: text,
    saidAs: text,
    emails: lines,
    circles: fc.uniqueArray(fc.constantFrom(...desk), { minLength: 1 }),
  })
  .map((some): MergeFacts => ({ ...nobody, ...some }));
const pick = (from: MergeFacts, like: object) =>
  Object.fromEntries(Object.keys(like).map((key) => [key, from[key as keyof MergeFacts]]));

test(`A merge loses no circle and no address, and taken back at once it leaves no trace (seed ${seed})`, () => {
  fc.assert(
    fc.property(facts, facts, (kept, merged) => {
      const after = mergeFacts(kept, merged, {}, desk);
      const now = { ...kept, ...after };
      for (const circle of [...kept.circles, ...merged.circles]) expect(now.circles).toContain(circle);
      const there = now.emails.map((one) => one.value);
      for (const one of [...kept.emails, ...merged.emails]) expect(there).toContain(one.value);
      const { change, left } = takeBackFacts(now, pick(kept, after), after);
      expect([{ ...now, ...change }, left]).toEqual([kept, []]);
    }),
    { seed, numRuns: 500 },
  );
});

test(`What somebody writes after a merge is there after it was taken back (seed ${seed})`, () => {
  fc.assert(
    fc.property(facts, facts, (kept, merged) => {
      const after = mergeFacts(kept, merged, {}, desk);
      const now = {
        ...kept,
        ...after,
        note: "Written since",
        emails: [...(after.emails ?? kept.emails), mail("since@x.test")],
      };
      const { change } = takeBackFacts(now, pick(kept, after), after);
      const back = { ...now, ...change };
      expect(back.note).toBe("Written since");
      expect(back.emails).toContainEqual(mail("since@x.test"));
    }),
    { seed, numRuns: 500 },
  );
});
