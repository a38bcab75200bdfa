import { expect, test } from "vitest";
import { readAddresses } from "@/components/drafts/read-addresses";

test("Ana types one address, or a name with it", () => {
  expect(readAddresses(" tomas@example.org ")).toEqual([{ name: "", address: "tomas@example.org" }]);
  expect(readAddresses('"Lind, Tomas" <tomas@example.org>')).toEqual([
    { name: "Lind, Tomas", address: "tomas@example.org" },
  ]);
});

test("Ana pastes a row of them, and each is there once", () => {
  const pasted = "Tomas <tomas@example.org>, noor@example.org; NOOR@example.org\neva@example.org,";
  expect(readAddresses(pasted)).toEqual([
    { name: "Tomas", address: "tomas@example.org" },
    { name: "", address: "noor@example.org" },
    { name: "", address: "eva@example.org" },
  ]);
});

test.each(["", " , ", "Tomas", "tomas@", "tomas@example", "tomas@example.org, Noor", '"tomas@example.org'])(
  "%j is none, and nobody is quietly left out",
  (typed) => expect(readAddresses(typed)).toBeNull(),
);
