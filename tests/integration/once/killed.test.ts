import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newToken } from "../../support/fence/token-world";
import { closeWorld, newDesk, openWorld, type World } from "../../support/fence/world";
import { type Door, makeDoors } from "../../support/once/start-doors";
import { ownDatabase } from "../../support/own-database";

const ROUNDS = 8;
const AT_ONCE = 20;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

let world: World;
let doors: Awaited<ReturnType<typeof makeDoors>>;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  doors = await makeDoors();
}, 60_000);
afterAll(async () => {
  await doors.stop();
  await closeWorld(world);
});

type Answer = { status: number; text: string } | null;

/** Sends one request; null when whoever was to answer is gone. */
async function send(door: Door, slug: string, token: string, n: number): Promise<Answer> {
  const headers = {
    Authorization: `Bearer ${token}`,
    "Content-Type": "application/json",
    "Idempotency-Key": `kill-${n}`,
  };
  const body = JSON.stringify({ kind: "other", title: `Number ${n}` });
  try {
    const answer = await fetch(`${door.url}/api/v1/w/${slug}/tasks`, { method: "POST", headers, body });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
}

test("However often the server is killed between doing and answering, what a program sent again under its key is done once", async () => {
  console.info(`seed ${seed}`);
  const desk = await newDesk(world);
  const { token } = await newToken(world, desk, desk.assistant);
  let state = seed;
  let unanswered = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const numbers = Array.from({ length: AT_ONCE }, (_, k) => round * AT_ONCE + k);
    const [first, second] = await Promise.all([doors.start(), doors.start()]);
    // The first request of a process takes its time, and nothing is to be said about that.
    expect((await send(first, desk.slug, token, 10_000 + round))?.status).toBe(200);
    state = (state * 1103515245 + 12345) % 2 ** 31;
    const killed = pause(20 + (state % 400)).then(first.kill);
    const before = await Promise.all(numbers.map((n) => send(first, desk.slug, token, n)));
    await killed;
    const after = await Promise.all(numbers.map((n) => send(second, desk.slug, token, n)));
    await second.kill();

    for (const [k, answer] of before.entries()) {
      expect(after[k]?.status, `number ${numbers[k]}: ${after[k]?.text}`).toBe(200);
      if (answer === null) unanswered += 1;
      else expect(after[k], `number ${numbers[k]}`).toEqual(answer);
    }
  }
  console.info(`${unanswered} of ${ROUNDS * AT_ONCE} were not answered the first time`);
  expect(unanswered).toBeGreaterThan(0);
  const { rows } = await world.sudo.query(
    "SELECT title, count(*)::int AS n FROM tasks WHERE workspace_id = $1 GROUP BY title",
    [desk.id],
  );
  expect(rows.length).toBe(ROUNDS * (AT_ONCE + 1));
  expect(rows.filter(({ n }) => n !== 1)).toEqual([]);
}, 300_000);
