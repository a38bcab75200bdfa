import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { unmergeTask } from "@/lib/use-cases/task/unmerge-task";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { actAs } from "@/prisma/seed/make/make-session";
import { dice, pick } from "../../../support/fence/schedule";
import { closeWorld, newDesk, newTask, openWorld, type World } from "../../../support/fence/world";
import { ownDatabase } from "../../../support/own-database";
import { type Start, whatIsWrong } from "./invariants";

const perSeed = 50;
const seeds = [1, 2, 3, 4, 5, Date.now() % 1_000_000];

type Doing = (who: Actor, a: string, b: string, version: number) => Promise<Result<unknown>>;

const doings: Record<string, Doing> = {
  completes: (who, id, _, version) => completeTask(who, { id, version, note: "" }, new Date()),
  "completes the other": (who, _, id, version) => completeTask(who, { id, version, note: "" }, new Date()),
  declines: (who, id, _, version) => declineTask(who, { id, version, note: "" }, new Date()),
  tightens: (who, id, _, version) => retagTask(who, { id, version, tag: "must-be-you" }),
  loosens: (who, id, _, version) => retagTask(who, { id, version, tag: "delegable" }),
  "loosens the other": (who, _, id, version) => retagTask(who, { id, version, tag: "delegable" }),
  folds: (who, id, into, version) => mergeTask(who, { id, version, into }),
  "folds the other": (who, into, id, version) => mergeTask(who, { id, version, into }),
  "takes it out": (who, id, _, version) => unmergeTask(who, { id, version }),
  "takes it back": (who, id, _, version) => withdrawTask(who, { id, version }),
  "takes the other back": (who, _, id, version) => withdrawTask(who, { id, version }),
  "re-opens": (who, id, _, version) => reopenTask(who, { id, version }),
  undoes: (who, id, _, version) => undoTask(who, { id, version }),
  moves: (who, id, _, version) => moveTask(who, { id, version, to: "client" }),
  "edits, with another kind": (who, id, _, version) => editTask(who, { id, version, kind: "introduction" }),
  hides: (who, id, _, version) => editTask(who, { id, version, isPrivate: true }),
};

let world: World;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
});

test.each(seeds)(
  "Mira and Ana press their buttons at once, fifty times, seed %i",
  { timeout: 120_000 },
  async (seed) => {
    const roll = dice(seed);
    for (let n = 0; n < perSeed; n++) {
      const desk = await newDesk(world);
      const start: Start[] = [];
      for (const _ of ["a", "b"]) {
        const tag = pick(["must-be-you", "delegable"] as const, roll);
        start.push({
          id: await newTask(world, desk, { tag, createdBy: pick([desk.client, desk.assistant], roll) }),
          tag,
        });
      }
      const [a, b] = start.map((task) => task.id) as [string, string];
      const [mira, ana] = (await Promise.all(
        [desk.client, desk.assistant].map((who) => actAs(who.token, desk.slug)),
      )) as [Actor, Actor];
      const pressed = Array.from({ length: 3 + Math.floor(roll() * 3) }, (_, k) => ({
        who: k === 0 ? ana : pick([mira, ana], roll),
        name: pick(Object.keys(doings), roll),
        version: pick([1, 1, 2, 3], roll),
        wait: Math.floor(roll() * 12),
      }));
      const isRemoved = roll() < 0.3;

      const results = await Promise.allSettled([
        ...pressed.map(async ({ who, name, version, wait }) => {
          for (let k = 0; k < wait; k++) await turn();
          return doings[name]?.(who, a, b, version);
        }),
        ...(isRemoved ? [removeAssistant(mira, desk.assistant.id, new Date())] : []),
      ]);

      const what = `seed ${seed}, schedule ${n}: ${pressed.map((one) => `${one.who.role} ${one.name}`).join("; ")}${isRemoved ? "; removed" : ""}`;
      const thrown = results.flatMap((result) =>
        result.status === "rejected" ? [String(result.reason)] : [],
      );
      expect(thrown, `${what}: a "no" is a value, never an exception`).toEqual([]);
      expect(await whatIsWrong(world, desk.id, desk.assistant.id, start), what).toEqual([]);
    }
  },
);

test("Ana has two windows and Mira one, and a completion happens once", async () => {
  const desk = await newDesk(world);
  const id = await newTask(world, desk, { tag: "delegable" });
  const ana = await actAs(desk.assistant.token, desk.slug);
  const mira = await actAs(desk.client.token, desk.slug);

  const results = await Promise.all(
    [ana, ana, mira, ana, mira, ana].map((who) =>
      completeTask(who, { id, version: 1, note: "" }, new Date()),
    ),
  );

  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.flatMap((result) => (result.ok ? [] : [result.refusal.code]))).toEqual(
    Array(5).fill("already-closed"),
  );
  expect(await whatIsWrong(world, desk.id, desk.removed.id, [{ id, tag: "delegable" }])).toEqual([]);
});

test("Somebody whom two desks remove in the same moment is signed out", async () => {
  for (let n = 0; n < 20; n++) {
    const [one, two] = [await newDesk(world), await newDesk(world)];
    await world.sudo.query(
      "INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, 'assistant')",
      [two.id, one.assistant.id],
    );
    const clients = await Promise.all([one, two].map((desk) => actAs(desk.client.token, desk.slug)));

    await Promise.all(clients.map((client) => removeAssistant(client, one.assistant.id, new Date())));

    const { rows } = await world.sudo.query("SELECT FROM sessions WHERE user_id = $1", [one.assistant.id]);
    expect(rows).toHaveLength(0);
  }
});
