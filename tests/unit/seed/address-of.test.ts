import { expect, test } from "vitest";
import { demoClock } from "@/prisma/seed/demo/demo-clock";
import { miraPeople } from "@/prisma/seed/demo/mira-people";
import { addressOf } from "@/prisma/seed/make/address-of";

test("Everybody of the demo has an address of their own, with a name before its @", () => {
  const addresses = miraPeople(demoClock(new Date("2026-11-23T09:00:00Z"), "Europe/Berlin")).map(({ name }) =>
    addressOf(name),
  );

  expect(addresses.filter((address) => !/^[a-z][a-z.-]*[a-z]@[a-z.]+$/.test(address))).toEqual([]);
  expect(new Set(addresses).size).toBe(addresses.length);
});
