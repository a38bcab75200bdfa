import { afterAll, beforeAll, expect, test } from "vitest";
import { newDraft } from "../../support/fence/draft-world";
import { closeWorld, newDesk, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";

let world: World;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(() => closeWorld(world));

test("What an agent let go by the client’s leave stays while it is paused, and when it may finish nothing any more", async () => {
  const desk = await newDesk(world);
  const company = { voice: "company", hasLeave: true, task: { tag: "delegable" } } as const;
  const { id } = await newDraft(world, desk, { state: "released", ...company });
  await world.sudo.query("UPDATE sendings SET pressed_by = $2, pressed_role = 'agent' WHERE draft_id = $1", [
    id,
    desk.agent.id,
  ]);
  const isLetGo = async () => {
    await world.app.query("BEGIN");
    await world.app.query("SELECT fence.enter_job($1, $2, 'carry-sending')", [world.jobSecret, desk.id]);
    const { rows } = await world.app.query(
      "SELECT fence.is_let_go(s) AS goes FROM sendings s WHERE draft_id = $1",
      [id],
    );
    await world.app.query("ROLLBACK");
    return rows[0].goes;
  };
  const change = (set: string) =>
    world.sudo.query(`UPDATE agents SET ${set} WHERE workspace_id = $1 AND user_id = $2`, [
      desk.id,
      desk.agent.id,
    ]);
  expect(await isLetGo()).toBe(true);

  await change(`paused_at = now(), paused_by = '${desk.client.id}'`);
  expect(await isLetGo()).toBe(false);

  await change("paused_at = NULL, paused_by = NULL");
  expect(await isLetGo()).toBe(true);
  await change("may_finish = false");
  expect(await isLetGo()).toBe(false);
});
