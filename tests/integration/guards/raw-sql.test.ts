import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attempt } from "../../support/fence/attack";
import { closeWorld, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { allAttacks } from "./attacks/all";

let world: World;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(() => closeWorld(world));

describe.each(Object.entries(allAttacks))("%s", (_, attacks) => {
  test.each(attacks.map((attack) => [attack.title, attack] as const))("%s: refused", async (_, attack) => {
    expect(await attempt(world, attack)).toBe(attack.no);
  });
});

test("No two attacks go by the same name, so that each is counted once", () => {
  const titles = Object.values(allAttacks).flatMap((attacks) => attacks.map((attack) => attack.title));

  expect(new Set(titles).size).toBe(titles.length);
});
