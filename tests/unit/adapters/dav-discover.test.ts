import { expect, test } from "vitest";
import { collectionAt, serverTyped } from "@/lib/adapters/dav/discover";

const friends = { url: "https://dav.example.com/mira/friends/", name: "Friends" };
const office = { url: "https://dav.example.com/mira/office/", name: "Work" };

test.each([
  ["example.com", "https://example.com/"],
  ["mira@example.com", "https://example.com/"],
  ["dav.example.com/mira/", "https://dav.example.com/mira/"],
  [" https://dav.example.com/mira/ ", "https://dav.example.com/mira/"],
])("Mira types %s, and Firsthand knows where to go", (typed, url) => {
  expect(serverTyped(typed)?.url).toBe(url);
});

test("Mira adds a book by its address, with or without the https, or by the server's name alone", () => {
  expect(collectionAt("https://dav.example.com/mira/office/", [friends, office])).toBe(office);
  expect(collectionAt("dav.example.com/mira/office/", [friends, office])).toBe(office);
  expect(collectionAt("example.com", [friends, office])).toBe(friends);
  expect(collectionAt("no address at all", [])).toBeUndefined();
});
