import { expect, test } from "vitest";
import { sayLeft } from "@/lib/domain/person/merge-undo";
import { fieldsThere } from "@/lib/domain/person/source";

const nothing = { fields: [], rows: 0, tags: 0, isHidden: false };

test("Mira is told in words what an undo leaves with Noor, and nothing when all is as it was", () => {
  expect(sayLeft(nothing, "Noor Haddad")).toBe("");
  expect(sayLeft({ ...nothing, fields: ["picture", "note"], rows: 2 }, "Noor Haddad")).toBe(
    "Changed since, and still with Noor Haddad: picture, note and 2 things that were changed since.",
  );
  expect(sayLeft({ ...nothing, tags: 1, isHidden: true }, "Noor Haddad")).toBe(
    "A tag that the merge tightened stays as it is. Noor Haddad stays private; open them yourself.",
  );
});

test("Noor's page names where a thing comes from only while the thing is there", () => {
  const long = `https://noor.example/${"👩‍🚀".repeat(200)}`;
  const noor = {
    name: "Noor Haddad",
    saidAs: "",
    organization: "",
    jobTitle: "",
    howMet: "On a boat",
    careful: "",
    note: "",
    language: null,
    zone: null,
    diedOn: null,
    emails: [{ value: "noor@home.example", label: "" }],
    phones: [],
    addresses: [],
    links: [{ value: long, label: "" }],
  };
  expect([...fieldsThere(noor, [{ id: "1" }])]).toEqual([
    "name",
    "howMet",
    "emails:noor@home.example",
    `links:${[...long].slice(0, 400).join("")}`,
    "day:1",
  ]);
});
