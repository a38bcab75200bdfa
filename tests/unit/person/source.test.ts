import { expect, test } from "vitest";
import { howItCame, type SourceView, sayChecked, saySource } from "@/lib/domain/person/source";

const place = { zone: "Europe/Berlin", locale: "en-GB" };
const source: SourceView = {
  by: "Mira Holt",
  role: "client",
  how: "hand",
  from: "",
  at: "2026-10-12T22:30:00Z",
  checkedAt: null,
  checkedBy: null,
  isCheckedByAgent: false,
  isOld: false,
};

test("a fact says who wrote it down, on the day it was where the client lives", () => {
  expect(saySource(source, place)).toBe("Mira, 13 Oct 2026");
});

test("a fact from a file says which file, and who imported it", () => {
  const from = {
    ...source,
    by: "Ana Duarte",
    how: "file",
    from: "contacts.vcf",
    at: "2026-05-03T10:00:00Z",
  } as const;
  expect(saySource(from, place)).toBe("from contacts.vcf, imported by Ana on 3 May 2026");
  expect(saySource({ ...from, from: "" }, place)).toBe("from a file, imported by Ana on 3 May 2026");
});

test("a fact from an address book says which one", () => {
  const from = { ...source, by: null, role: "system", how: "book", from: "the address book Work" } as const;
  expect(saySource(from, place)).toBe("from the address book Work, 13 Oct 2026");
});

test("a fact that was looked at again says by whom", () => {
  expect(sayChecked(source, place)).toBeNull();
  expect(sayChecked({ ...source, checkedAt: "2026-11-01T10:00:00Z", checkedBy: "Ana Duarte" }, place)).toBe(
    "found right by Ana, 1 Nov 2026",
  );
  const agents = { checkedAt: "2026-11-01T10:00:00Z", checkedBy: "Ana Helper", isCheckedByAgent: true };
  expect(sayChecked({ ...source, ...agents }, place)).toBe("found right by Ana, an agent, 1 Nov 2026");
});

test("the road by which a fact came is read from what was done", () => {
  expect(howItCame("add-person", false, "")).toBe("hand");
  expect(howItCame("confirm-import", false, "")).toBe("file");
  expect(howItCame("sync-address-book", false, "the address book Work")).toBe("book");
  expect(howItCame("merge-people", false, "")).toBe("merge");
});
