import { describe, expect, test } from "vitest";
import { fieldText, mergeTyped } from "@/components/people/merge-typed";
import {
  emptyDay,
  emptyPerson,
  type PersonValues,
  toPersonInput,
  withoutEmptyLines,
} from "@/components/people/person-form-values";

const beth: PersonValues = { ...emptyPerson, name: "Beth Holt", note: "Grows dahlias.", jobTitle: "" };

describe("what two people typed about Beth", () => {
  test("what only the other changed is taken, what only oneself changed stays", () => {
    const typed = { ...beth, note: "Grows dahlias and roses." };
    const theirs = { ...beth, jobTitle: "Gardener" };
    const merged = mergeTyped(beth, typed, theirs);
    expect(merged.values).toEqual({ ...beth, note: "Grows dahlias and roses.", jobTitle: "Gardener" });
    expect(merged).toMatchObject({ taken: ["jobTitle"], both: [] });
  });

  test("how the name is said is sent when it was set right, and told as one of the fields", () => {
    const said = { ...beth, saidAs: "BETH" };
    expect(toPersonInput(said, beth).input).toEqual({ saidAs: "BETH" });
    expect(mergeTyped(beth, beth, said)).toMatchObject({ values: said, taken: ["saidAs"] });
  });

  test("where both changed the same, one's own words stay and the other's are named", () => {
    const typed = { ...beth, note: "Mine." };
    const merged = mergeTyped(beth, typed, { ...beth, note: "Theirs." });
    expect(merged.values.note).toBe("Mine.");
    expect(merged).toMatchObject({ taken: [], both: ["note"] });
  });

  test("when both wrote the same, there is nothing to say", () => {
    const same = { ...beth, emails: [{ value: "beth@holt.example", label: "home" }] };
    expect(mergeTyped(beth, same, same)).toEqual({ values: same, taken: [], both: [] });
  });

  test("a list of the other is shown in one line", () => {
    const dates = [{ ...emptyDay, day: "3", month: "5", year: "1947" }];
    const emails = [{ value: "b@holt.example", label: "home" }];
    expect(fieldText({ ...beth, dates, emails }, "emails")).toBe("b@holt.example home");
    expect(fieldText({ ...beth, dates, emails }, "dates")).toBe("birthday 3 5 1947");
  });
});

describe("what is sent of the form", () => {
  test("of somebody who is there, only what was changed", () => {
    const { input, errors } = toPersonInput(
      { ...beth, nicknames: "Aunt Beth, Bee ,", isPrivate: true },
      beth,
    );
    expect(input).toEqual({ nicknames: ["Aunt Beth", "Bee"] });
    expect(errors).toEqual({});
  });

  test("lines in which nothing was typed are left out, and a day keeps its place for its sentence", () => {
    const typed = {
      ...beth,
      phones: [
        { value: " ", label: "home" },
        { value: "+49 30 5550 1101", label: "" },
      ],
      dates: [emptyDay, { ...emptyDay, day: "no", month: "2", year: "85x", leadDays: "soon" }],
    };
    const cleaned = withoutEmptyLines(typed);
    expect(cleaned.phones).toEqual([{ value: "+49 30 5550 1101", label: "" }]);
    expect(Object.keys(toPersonInput(cleaned, beth).errors)).toEqual([
      "dates.0.day",
      "dates.0.year",
      "dates.0.leadDays",
    ]);
  });

  test("a name is needed; somebody new is sent whole, private only when asked for", () => {
    expect(toPersonInput({ ...beth, name: " " }, null).errors).toEqual({ name: "Give a name." });
    expect(toPersonInput(beth, null).input).not.toHaveProperty("isPrivate");
    expect(toPersonInput({ ...beth, isPrivate: true }, null).input).toHaveProperty("isPrivate", true);
  });
});
