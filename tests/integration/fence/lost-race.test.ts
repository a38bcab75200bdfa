import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { newDraft } from "../../support/fence/draft-world";
import { closeWorld, type Desk, newDesk, newTask, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { knock } from "./knock";

const api = "/api/v1/w/[workspace]";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  desk = await newDesk(world);
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

/** What Ana is answered: the status and the body. */
async function ask(door: string, id: string, body?: object) {
  const { status, text } = await knock(door, desk.slug, id, desk.assistant, { body });
  return { status, body: JSON.parse(text) };
}

test.each([
  ["puts words before Mira", "submit", { latest: 0 }, "words-changed"],
  ["takes words away", "remove", { latest: 0 }, "words-changed"],
  ["readdresses words", "address", { version: 99, subject: "Sunday" }, "stale"],
  ["writes on words", "save", { basedOn: 0, text: "I will not come." }, "words-moved"],
])("Ana, who %s that have changed meanwhile, hears how they are now", async (_, verb, body, code) => {
  const { id } = await newDraft(world, desk);

  const refused = await ask(`POST ${api}/drafts/[id]/${verb}`, id, body);

  const { body: now } = await ask(`GET ${api}/drafts/[id]`, id);
  expect(refused).toMatchObject({ status: 409, body: { code } });
  expect(refused.body.current).toEqual(now);
});

test("Ana, who begins a draft for a task that was closed meanwhile, hears how the task is now", async () => {
  const id = await newTask(world, desk, { state: "done" });

  const refused = await ask(`POST ${api}/tasks/[id]/draft`, id, {});

  const { body: now } = await ask(`GET ${api}/tasks/[id]`, id);
  expect(refused).toMatchObject({ status: 409, body: { code: "already-closed" } });
  expect(refused.body.current).toEqual(now);
});

test("Ana hears nothing of what is Mira’s own, however it changed", async () => {
  const { id } = await newDraft(world, desk, { isPrivate: true });

  const refused = await ask(`POST ${api}/drafts/[id]/submit`, id, { latest: 0 });

  expect(refused.status).toBe(404);
  expect(refused.body).not.toHaveProperty("current");
});
