import { describe, expect, test } from "vitest";
import { type CardSaid, mergeCard, takeTheirs } from "@/lib/domain/address-book/merge-card";
import { nextTurn } from "@/lib/domain/next-turn";
import type { CardDay, KnownDay } from "@/lib/domain/person/fill-in";
import type { PersonFacts } from "@/lib/domain/person/person";

const noor = {
  name: "Noor Haddad",
  givenName: "Noor",
  familyName: "Haddad",
  saidAs: "",
  nicknames: [],
  organization: "Haddad Glass",
  jobTitle: "",
  circle: "friends",
  emails: [{ value: "noor@haddad.example", label: "home" }],
  phones: [],
  addresses: [],
  links: [],
  howMet: "",
  careful: "",
  note: "",
  language: null,
  zone: null,
} satisfies PersonFacts;
const { circle: _, howMet: __, careful: ___, ...onCard } = noor;
const birthday = (day: number): CardDay => ({ kind: "birthday", label: "", year: 1986, month: 5, day });
const known = (day: CardDay): KnownDay => ({ ...day, id: "day-1" });
const said = (more: Partial<CardSaid["facts"]> = {}, days = [birthday(4)]): CardSaid => ({
  facts: { ...onCard, ...more },
  days,
});
const email = (...values: string[]) => values.map((value) => ({ value, label: "home" }));
const same = { change: {}, days: [], conflicts: [] };

describe("What changed on a card comes here, and what changed here stays", () => {
  test("When nothing changed on the card, whatever is different here stays", () => {
    const here = { ...noor, organization: "Another", emails: [], note: "Sails" };
    expect(mergeCard(said(), said(), here, [])).toEqual(same);
  });

  test("A field that only the card changed is taken over; one that it emptied is emptied; a name never is", () => {
    const now = said({ organization: "", jobTitle: "Glazier", name: "", givenName: "Nour" });
    expect(mergeCard(said(), now, noor, [known(birthday(4))])).toEqual({
      ...same,
      change: { organization: "", jobTitle: "Glazier", givenName: "Nour" },
    });
  });

  test("The same change on both sides is no conflict, two different ones are", () => {
    const here = { ...noor, organization: "Haddad & Daughters", jobTitle: "Glazier" };
    const now = said({ organization: "Haddad & Daughters", jobTitle: "Director" });
    expect(mergeCard(said(), now, here, [known(birthday(4))])).toEqual({ ...same, conflicts: ["jobTitle"] });
  });

  test("Addresses that either side added are all kept; what the card lost goes; the same one replaced twice is a conflict", () => {
    const here = { ...noor, emails: email("noor@haddad.example", "n@here.example") };
    const added = mergeCard(said(), said({ emails: email("noor@haddad.example", "n@there.example") }), here, [
      known(birthday(4)),
    ]);
    expect(added.change.emails?.map((one) => one.value)).toEqual([
      "noor@haddad.example",
      "n@here.example",
      "n@there.example",
    ]);
    const lost = mergeCard(said(), said({ emails: [] }), here, [known(birthday(4))]);
    expect(lost.change.emails).toEqual(email("n@here.example"));
    const replaced = { ...noor, emails: email("n@here.example") };
    const both = mergeCard(said(), said({ emails: email("n@there.example") }), replaced, [
      known(birthday(4)),
    ]);
    expect(both).toEqual({ ...same, conflicts: ["emails"] });
  });

  test("A birthday moves, comes and goes with the card, unless it was moved here too", () => {
    const here = [known(birthday(4))];
    expect(mergeCard(said(), said({}, [birthday(6)]), noor, here).days).toEqual([
      { what: "set", id: "day-1", day: birthday(6) },
    ]);
    expect(mergeCard(said(), said({}, []), noor, here).days).toEqual([{ what: "remove", id: "day-1" }]);
    expect(mergeCard(said({}, []), said(), noor, []).days).toEqual([{ what: "add", day: birthday(4) }]);
    expect(mergeCard(said(), said({}, [birthday(6)]), noor, [known(birthday(7))])).toEqual({
      ...same,
      conflicts: ["day:birthday"],
    });
  });

  test("Taking the card's side makes the field what the card says, whatever it is", () => {
    const now = said({ jobTitle: "Director", emails: email("n@there.example"), zone: null }, [birthday(6)]);
    expect(takeTheirs("jobTitle", now, []).change).toEqual({ jobTitle: "Director" });
    expect(takeTheirs("emails", now, []).change).toEqual({ emails: email("n@there.example") });
    expect(takeTheirs("zone", now, []).change).toEqual({ zone: null });
    expect(takeTheirs("day:birthday", now, [known(birthday(7))]).days).toEqual([
      { what: "set", id: "day-1", day: birthday(6) },
    ]);
    expect(takeTheirs("day:birthday", now, []).days).toEqual([{ what: "add", day: birthday(6) }]);
  });
});

test("Books are read every half hour or so, later and later when it fails, a day after a refused password", () => {
  const minutes = (failures: number, isSignIn = false, random = 0.5) =>
    Math.round(nextTurn(failures, isSignIn, random) / 60_000);
  expect([minutes(0), minutes(0, false, 0), minutes(0, false, 1)]).toEqual([30, 27, 33]);
  expect([minutes(1), minutes(3), minutes(30)]).toEqual([60, 240, 1440]);
  expect(minutes(1, true)).toBe(1440);
});
