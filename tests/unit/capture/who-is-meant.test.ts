import { expect, test } from "vitest";
import { whoseCapture, wordsOfTitle } from "@/lib/domain/capture/who-is-meant";

const known = (name: string, hasAddress = false) => ({ id: name, name, hasAddress });
const people = [
  known("Noor Haddad"),
  known("Anne-Marie O’Brien"),
  known("Cher"),
  known("Joon Park"),
  known("李小龙"),
  known("نور حداد"),
];
const meant = (title: string, all = people) => whoseCapture(title, all)?.name ?? null;

test.each([
  ["Noor Haddad | LinkedIn", "Noor Haddad"],
  ["NOOR HADDAD’s photographs", "Noor Haddad"],
  ["Messages (Noor Haddad)", "Noor Haddad"],
  ["A talk by Anne-Marie O’Brien, in Cork", "Anne-Marie O’Brien"],
  ["Cher · Profile", "Cher"],
  ["李小龙 | LinkedIn", "李小龙"],
  ["نور حداد | Facebook", "نور حداد"],
  ["Noor Haddadi", null],
  ["Noor and Haddad", null],
  ["Cherry pie", null],
  ["A concert of Cher tonight", null],
  ["Noor Haddad and Joon Park", null],
  ["", null],
])("In “%s” %s is meant", (title, name) => {
  expect(meant(title)).toBe(name);
});

test("Whose address it is counts before any name, and two of them are nobody", () => {
  expect(meant("Noor Haddad", [...people, known("Elin Berg", true)])).toBe("Elin Berg");
  expect(meant("Noor Haddad", [...people, known("Elin Berg", true), known("Ada Berg", true)])).toBeNull();
});

test("Two people of one name are nobody", () => {
  expect(meant("Joon Park | LinkedIn", [...people, { ...known("Joon Park"), id: "another" }])).toBeNull();
});

test("People are looked up by few words, however long a title is", () => {
  expect(wordsOfTitle("Noor’s  café-bar (open) ".repeat(500))).toEqual(["noor", "cafe-bar", "open"]);
  expect(wordsOfTitle(Array.from({ length: 500 }, (_, at) => `w${at}`).join(" "))).toHaveLength(60);
});
