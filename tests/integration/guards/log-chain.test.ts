import { afterAll, beforeAll, expect, test } from "vitest";
import {
  closeWorld,
  type Desk,
  during,
  newDesk,
  newTask,
  openWorld,
  type World,
} from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(() => closeWorld(world));

/** A desk on which five things have happened. */
async function fiveEntries(): Promise<void> {
  desk = await newDesk(world);
  const task = await newTask(world, desk, { tag: "delegable" });
  for (const title of ["One", "Two", "Three", "Four", "Five"])
    await during(world.app, desk.client, desk, () =>
      world.app.query("UPDATE tasks SET title = $2 WHERE id = $1", [task, title]),
    );
}

async function verify(): Promise<{ seq: string; why: string } | undefined> {
  return (await world.owner.query("SELECT seq, why FROM fence.verify_log($1)", [desk.id])).rows[0];
}

test("What was written down is whole as long as nobody touches it", async () => {
  await fiveEntries();

  expect(await verify()).toBeUndefined();
});

test.each([
  [
    "re-writes what happened",
    `UPDATE log_entries SET after = '{"title": "Nothing"}' WHERE workspace_id = $1 AND seq = 3`,
    "3",
    "what the entry says was changed",
  ],
  [
    "re-writes who did it",
    "UPDATE log_entries SET by_role = 'assistant' WHERE workspace_id = $1 AND seq = 2",
    "2",
    "who, when or what of the entry was changed",
  ],
  [
    "re-writes when",
    "UPDATE log_entries SET at = at - interval '1 hour' WHERE workspace_id = $1 AND seq = 2",
    "2",
    "who, when or what of the entry was changed",
  ],
  [
    "hides an entry from the assistant",
    "UPDATE log_entries SET is_private = true WHERE workspace_id = $1 AND seq = 4",
    "4",
    "who, when or what of the entry was changed",
  ],
  [
    "takes an entry away",
    "DELETE FROM log_entries WHERE workspace_id = $1 AND seq = 3",
    "3",
    "an entry is missing",
  ],
  [
    "takes the last entry away",
    "DELETE FROM log_entries WHERE workspace_id = $1 AND seq = 5",
    "5",
    "entries are missing at the end",
  ],
  [
    "calls an entry erased and writes other words",
    `UPDATE log_entries SET erased_at = now(), after = '{"title": "Nothing"}' WHERE workspace_id = $1 AND seq = 3`,
    "3",
    "an erased entry says something",
  ],
  [
    "changes places of two entries",
    "UPDATE log_entries SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE workspace_id = $1 AND seq IN (2, 3); UPDATE log_entries SET seq = -seq WHERE workspace_id = $1 AND seq < 0",
    "2",
    "the entry does not follow the one before it",
  ],
])("Whoever owns the tables and %s is found out", async (_, sql, seq, why) => {
  await fiveEntries();

  for (const part of sql.split("; ")) await world.sudo.query(part.replaceAll("$1", `'${desk.id}'`));

  expect(await verify()).toEqual({ seq, why });
});

test("What has to be erased one day can be, and the chain still holds", async () => {
  await fiveEntries();

  await world.sudo.query(
    "UPDATE log_entries SET before = NULL, after = NULL, erased_at = now() WHERE workspace_id = $1 AND seq = 3",
    [desk.id],
  );

  expect(await verify()).toBeUndefined();
});
