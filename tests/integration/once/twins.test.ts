import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { newToken } from "../../support/fence/token-world";
import { closeWorld, type Desk, newDesk, newTask, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { knock } from "../fence/knock";

/** A thousand keys on the PostgreSQL that is shipped; fewer on any other, which answers these questions no differently. */
const KEYS = (process.env.TEST_POSTGRES ?? "18") === "18" ? 1000 : 100;
const TWINS = 32;
/** So many keys are tried at once. */
const AT_ONCE = 2;
const absent = "00000000-0000-4000-8000-000000000000";
const api = "/api/v1/w/[workspace]";

let world: World;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

/** What one key is sent with: some are refused, and a refusal is an answer like any other. */
function requestOf(n: number, tasks: { strict: string; loose: string[] }) {
  if (n % 5 === 0)
    return { door: `POST ${api}/tasks/[id]/[verb] complete`, id: tasks.strict, body: { version: 1 } };
  if (n % 5 === 1)
    return { door: `POST ${api}/tasks/[id]/[verb] complete`, id: tasks.loose[n] ?? "", body: { version: 1 } };
  return { door: `POST ${api}/tasks`, id: absent, body: { kind: "other", title: `Number ${n}` } };
}

async function sendTwins(
  desk: Desk,
  n: number,
  tasks: { strict: string; loose: string[] },
  tokens: string[],
) {
  const { door, id, body } = requestOf(n, tasks);
  const twins = Array.from({ length: TWINS }, () => {
    const who = { ...desk.assistant, token: tokens[n % tokens.length] ?? "" };
    return knock(door, desk.slug, id, who, { body }, { "Idempotency-Key": `key-${n}` });
  });
  return Promise.all(twins);
}

test("Of thirty-two requests that Ana’s programs send at once under one key, one takes effect", async () => {
  const desk = await newDesk(world);
  // The limits of one token are for a person's programs: here are a thousand of them.
  const tokens: string[] = [];
  for (let n = 0; n < 40; n += 1) tokens.push((await newToken(world, desk, desk.assistant)).token);
  const tasks = { strict: await newTask(world, desk), loose: [] as string[] };
  for (let n = 0; n < KEYS; n += 1)
    tasks.loose.push(
      n % 5 === 1 ? await newTask(world, desk, { tag: "delegable", title: `Loose ${n}` }) : "",
    );
  const statuses = new Map<number, number>();

  for (let from = 0; from < KEYS; from += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, k) => from + k);
    const answers = await Promise.all(some.map((n) => sendTwins(desk, n, tasks, tokens)));
    for (const [k, twins] of answers.entries()) {
      expect(new Set(twins.map(({ status, text }) => `${status} ${text}`)).size, `key ${from + k}`).toBe(1);
      const status = twins[0]?.status ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }

  expect(Object.fromEntries(statuses)).toEqual({ 200: KEYS * 0.8, 403: KEYS * 0.2 });
  const { rows } = await world.sudo.query(
    `SELECT (SELECT count(*)::int FROM tasks WHERE workspace_id = $1 AND title LIKE 'Number %') AS made,
       (SELECT count(*)::int FROM gestures WHERE workspace_id = $1) AS gestures,
       (SELECT count(*)::int FROM log_entries WHERE workspace_id = $1 AND refusal = 'must-be-you') AS refused,
       (SELECT count(*)::int FROM tasks WHERE id = $2 AND state = 'inbox') AS strict`,
    [desk.id, tasks.strict],
  );
  expect(rows[0]).toEqual({
    made: KEYS * 0.6,
    gestures: KEYS * 0.2,
    refused: KEYS * 0.2,
    strict: 1,
  });
}, 900_000);
