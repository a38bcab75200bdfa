import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { daysFromNow } from "../../support/days-from-now";
import { closeWorld, newPerson, newTask, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { knock } from "../fence/knock";
import { twoDesks } from "../fence/things";

let world: World;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

const words: Record<string, [string, object]> = {
  "its title": ["edit", { title: "Reply to Noor, and soon" }],
  "its note": ["edit", { note: "She likes short letters." }],
  "its date": ["edit", { dueAt: "2026-12-24T00:00:00Z", dueAllDay: true }],
  "its priority": ["edit", { priority: 1 }],
  "its details": ["edit", { fields: { place: "Porto" } }],
  "its message": ["edit", { message: { text: "Are you coming?", from: "Noor Haddad" } }],
  "how it repeats": [
    "edit",
    { dueAt: "2026-12-24T00:00:00Z", repeat: { rule: "FREQ=WEEKLY", from: "calendar" } },
  ],
  "when it came": ["edit", { receivedAt: "2026-11-20T08:00:00Z" }],
  "by when to reply": ["edit", { replyWithinHours: 48 }],
  "who may see it": ["edit", { isPrivate: true }],
  "whose turn it is": ["move", { to: "client" }],
  "until when it sleeps": ["snooze", { until: daysFromNow(30).toISOString() }],
  "its tag": ["retag", { tag: "must-be-you" }],
};

test.each(Object.entries(words))(
  "whoever acts on a task that was changed meanwhile reads what was: %s",
  async (said, [verb, change]) => {
    const { desk } = await twoDesks(world);
    const id = await newTask(world, desk, { tag: "delegable" });
    const act = (how: string, body: object) =>
      knock(`POST /api/v1/w/[workspace]/tasks/[id]/[verb] ${how}`, desk.slug, id, desk.client, { body });

    const changed = await act(verb, { version: 1, ...change });
    const late = await act("edit", { version: 1, title: "Something else" });

    expect([changed.status, late.status], changed.text).toEqual([200, 409]);
    expect(JSON.parse(late.text).title).toContain(said);
  },
);

test("also that it is about somebody else now", async () => {
  const { desk } = await twoDesks(world);
  const id = await newTask(world, desk, { tag: "delegable" });
  const personId = await newPerson(world, desk, "Noor Haddad");
  const edit = (body: object) =>
    knock("POST /api/v1/w/[workspace]/tasks/[id]/[verb] edit", desk.slug, id, desk.client, { body });

  await edit({ version: 1, personId });
  const late = JSON.parse((await edit({ version: 1, title: "Something else" })).text);

  expect(late.title).toContain("the person");
});
