import { afterAll, beforeAll, expect, test } from "vitest";
import { closeWorld, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";

let world: World;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(() => closeWorld(world));

test("What the fence looks up is planned once a connection: its stable functions with their owner's rights are PL/pgSQL", async () => {
  const { rows } = await world.sudo.query<{ name: string; language: string }>(
    `SELECT p.proname AS name, l.lanname AS language FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
     WHERE p.pronamespace = 'fence'::regnamespace AND p.prosecdef AND p.provolatile = 's' ORDER BY 1`,
  );

  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter(({ language }) => language !== "plpgsql")).toEqual([]);
});
