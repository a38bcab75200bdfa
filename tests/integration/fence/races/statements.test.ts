import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../../../support/connect";
import { lines, type Removal } from "../../../support/fence/removals";
import { dice, interleave, pick } from "../../../support/fence/schedule";
import { closeWorld, type Desk, newDesk, newTask, openWorld, type World } from "../../../support/fence/world";
import { ownDatabase } from "../../../support/own-database";
import { type Start, whatIsWrong } from "./invariants";
import { writeScripts } from "./scripts";

const perSeed = 100;
const seeds = [...Array.from({ length: 15 }, (_, n) => n + 1), Date.now() % 1_000_000];

/** How a script may end: refused by name. Anything else, a deadlock above all, is a mistake. */
const expected = [
  "23514 must_be_you_is_closed_by_the_client",
  "23514 merged_tasks_stay_open",
  "FH001 fence: nobody has proved who is writing",
  "FH001 fence: only the client re-opens this",
  "FH002 fence: only the client loosens a tag",
  "FH006 fence: a closed task is re-opened before it is changed",
  "FH006 fence: a folded task is closed through the one it was folded into",
  "FH006 fence: a task is folded into an open one that is at least as strict",
  "FH006 fence: a task that was taken back stays away",
  "FH006 fence: only an untouched task can be taken back",
  "40001 could not serialize access due to concurrent update",
  '42501 new row violates row-level security policy (USING expression) for table "tasks"',
];

let world: World;
let connections: { on: World["app"]; pid: number }[];
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  const third = await connect(ownDatabase().appUrl);
  connections = await Promise.all(
    [world.app, world.other, third].map(async (on) => ({
      on,
      pid: (await on.query("SELECT pg_backend_pid() AS pid")).rows[0].pid,
    })),
  );
});
afterAll(async () => {
  await connections[2]?.on.end();
  await closeWorld(world);
});

test.each(seeds)(
  "Steps of Mira and Ana fall between each other's in a hundred ways, seed %i",
  { timeout: 120_000 },
  async (seed) => {
    const roll = dice(seed);
    for (let n = 0; n < perSeed; n++) {
      const desk = await newDesk(world);
      const start: Start[] = [];
      for (const _ of ["a", "b"]) {
        const tag = pick(["must-be-you", "delegable"] as const, roll);
        const createdBy = pick([desk.client, desk.assistant], roll);
        start.push({ id: await newTask(world, desk, { tag, createdBy, state: "inbox" }), tag });
      }
      const scripts = writeScripts({ desk, a: start[0]?.id ?? "", b: start[1]?.id ?? "" }, roll);

      const outcomes = await interleave(scripts, connections, world.owner, roll);

      const what = `seed ${seed}, schedule ${n}: ${outcomes.map((one) => `${one.name} (${one.refusal ?? "ok"})`).join("; ")}`;
      const unheardOf = outcomes.filter((one) => one.refusal !== null && !expected.includes(one.refusal));
      expect(unheardOf, what).toEqual([]);
      expect(await whatIsWrong(world, desk.id, desk.assistant.id, start), what).toEqual([]);
    }
  },
);

test("Were there no locks at the door, these races would show it", { timeout: 60_000 }, async () => {
  const doors = await lines(world.sudo, [
    { name: "the desk is held", in: "hold_desk", find: " FOR NO KEY UPDATE", replace: "" },
    { name: "the membership is held", in: "enter", find: "FOR SHARE", replace: "" },
  ]);
  const roll = dice(1);
  let seen = 0;
  for (const door of without(doors)) await world.sudo.query(door);
  for (let n = 0; n < 60 && seen === 0; n++) {
    const desk = await newDesk(world);
    const id = await newTask(world, desk);
    const scripts = [
      { name: "removes Ana", steps: [enter(desk, "client"), remove(desk), "COMMIT"] },
      {
        name: "edits",
        steps: [
          enter(desk, "assistant"),
          "SELECT",
          `UPDATE tasks SET title = 'Late' WHERE id = '${id}'`,
          "COMMIT",
        ],
      },
    ];
    await interleave(scripts, connections, world.owner, roll);
    seen += (await whatIsWrong(world, desk.id, desk.assistant.id, [{ id, tag: "must-be-you" }])).length;
  }
  for (const { restore } of doors) await world.sudo.query(restore);

  expect(seen).toBeGreaterThan(0);
});

/** The definitions with all of these taken out together, one for each function. */
function without(removals: Removal[]): string[] {
  const hold = removals[0]?.remove.replace("RAISE EXCEPTION", "RAISE DEBUG") ?? "";
  return [hold, removals[1]?.remove ?? ""];
}

function enter(desk: Desk, who: "client" | "assistant"): string {
  return `BEGIN; SELECT fence.enter('${desk[who].token}', '${desk.id}', 'screen', 'try', true)`;
}

function remove(desk: Desk): string {
  return `UPDATE memberships SET ended_at = now() WHERE user_id = '${desk.assistant.id}'`;
}
