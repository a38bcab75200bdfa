import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readTask } from "@/lib/queries/read-task";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { undoMerge } from "@/lib/use-cases/person/undo-merge";
import { createTask } from "@/lib/use-cases/task/create-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
afterAll(() => closeAppDatabase());

const birthday = { kind: "birthday", label: "", month: 11, day: 28, year: 1930, leadDays: 7 } as const;
const unknown = { diedOn: null, isRemembered: false };

async function open(actor: Actor) {
  const tasks = must(
    await readAs(actor, (tx) =>
      tx.task.findMany({ where: { state: { not: "withdrawn" } }, orderBy: { title: "asc" } }),
    ),
  );
  return tasks.map(({ title, tag }) => `${title} (${tag})`);
}

/** Two records of one grandmother: one with her birthday and a call to make, the other marked as died. */
async function grandmas(client: Actor) {
  const alive = must(
    await addPerson(client, { name: "Grandma Auditson", circle: "inner", dates: [birthday] }, at),
  );
  must(await createTask(client, { kind: "keep-in-touch", title: "Ring Grandma", personId: alive.id }, at));
  must(await createTask(client, { kind: "other", title: "Give her the photos", personId: alive.id }, at));
  const dead = must(await addPerson(client, { name: "Grandma", circle: "inner" }, at));
  must(await markDied(client, { id: dead.id, version: 1 }, unknown, at));
  return { alive: { id: alive.id, version: 1 }, dead: { id: dead.id, version: 2 } };
}

const all = [
  "Birthday · Grandma Auditson turns 96 (must-be-you)",
  "Give her the photos (must-be-you)",
  "Ring Grandma (must-be-you)",
];

describe("Two records of somebody, one of whom has died", () => {
  test.each([
    ["the living", "alive", "dead"],
    ["the dead", "dead", "alive"],
  ] as const)(
    "merged into %s one: nobody is congratulated or kept in touch with, and the undo brings it again, each time",
    async (_, into, from) => {
      const { client } = await cast(at);
      const two = await grandmas(client);
      expect(await open(client)).toEqual(all);
      for (const round of [0, 1]) {
        const now = (one: { id: string; version: number }) => ({ ...one, version: one.version + 2 * round });
        const { id } = must(
          await mergePeople(client, { kept: now(two[into]), merged: now(two[from]), choices: {} }, at),
        );
        expect(await open(client)).toEqual(["Give her the photos (must-be-you)"]);
        must(await undoMerge(client, id, at));
        expect(await open(client)).toEqual(all);
      }
    },
  );

  test("Ana's merge of two of a wider circle leaves Mira's task, which says that she has died", async () => {
    const { client, assistant } = await cast(at);
    const kept = must(await addPerson(client, { name: "Grandma Auditson", dates: [birthday] }, at));
    const merged = must(await addPerson(client, { name: "Grandma" }, at));
    must(await markDied(client, { id: merged.id, version: 1 }, unknown, at));
    must(
      await mergePeople(
        assistant,
        { kept: { id: kept.id, version: 1 }, merged: { id: merged.id, version: 2 }, choices: {} },
        at,
      ),
    );
    const task = must(await readAs(client, (tx) => tx.task.findFirstOrThrow({ where: { state: "inbox" } })));
    expect((await readTask(client, task.id))?.noLonger).toEqual({
      says: "Grandma Auditson has died.",
      canTakeBack: true,
    });
  });
});
