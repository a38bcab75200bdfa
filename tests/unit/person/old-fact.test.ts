import { describe, expect, test } from "vitest";
import { isOld } from "@/lib/domain/person/old-fact";

const entered = new Date("2024-11-24T10:00:00Z");
const at = (text: string) => new Date(`${text}T10:00:00Z`);

describe("What is known about somebody grows old", () => {
  test.each([
    "phones:+49 30 1",
    "emails:a@b.example",
    "addresses:Elm St",
    "organization",
    "jobTitle",
    "phone",
    "email",
    "address",
  ])("%s is worth a look after two years, not a day before", (what) => {
    expect(isOld(what, entered, at("2026-11-23"))).toBe(false);
    expect(isOld(what, entered, at("2026-11-24"))).toBe(true);
  });

  test.each(["like", "topic"])("%s after three years", (what) => {
    expect(isOld(what, entered, at("2027-11-23"))).toBe(false);
    expect(isOld(what, entered, at("2027-11-24"))).toBe(true);
  });

  test.each([
    "name",
    "saidAs",
    "day:1",
    "howMet",
    "note",
    "avoid",
    "gift",
    "detail",
    "relation",
    "constructor",
  ])("%s never", (what) => {
    expect(isOld(what, entered, at("2099-01-01"))).toBe(false);
  });
});
