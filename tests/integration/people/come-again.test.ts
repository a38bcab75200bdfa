import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { markLiving } from "@/lib/use-cases/person/mark-living";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { restorePerson } from "@/lib/use-cases/person/restore-person";
import { createTask } from "@/lib/use-cases/task/create-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-23T08:00:00Z");
const birthday = { kind: "birthday", label: "", month: 11, day: 28, year: 1986, leadDays: null } as const;
afterAll(() => closeAppDatabase());

/** What is open, by title. */
async function open(actor: Actor) {
  const tasks = must(
    await readAs(actor, (tx) =>
      tx.task.findMany({
        where: { state: { notIn: ["withdrawn", "done", "declined"] } },
        orderBy: { title: "asc" },
        select: {
          id: true,
          version: true,
          title: true,
          note: true,
          state: true,
          priority: true,
          tag: true,
          tagRule: true,
        },
      }),
    ),
  );
  return tasks;
}

/** Mira makes a task hers, writes something into it, and puts it in her own pile. */
async function makeHers(client: Actor, { id, version }: { id: string; version: number }) {
  must(await retagTask(client, { id, version, tag: "must-be-you" }));
  must(await editTask(client, { id, version: version + 1, note: "The blue vase", priority: 1 }));
  must(await moveTask(client, { id, version: version + 2, to: "client" }));
}

const hers = { note: "The blue vase", priority: 1, state: "client", tag: "must-be-you" };

describe("What comes again, comes as it stood", () => {
  test("somebody whom Mira moved further away, took off and Ana brings back is still greeted by Mira", async () => {
    const { client, assistant } = await cast(at);
    const noor = { name: "Noor Haddad", circle: "inner", dates: [birthday] };
    const { id } = must(await addPerson(client, noor, at));
    must(await editPerson(client, { id, version: 1 }, { circle: "wider" }, at));
    must(await removePerson(client, { id, version: 2 }, at));
    expect(await open(client)).toEqual([]);

    must(await restorePerson(assistant, { id, version: 3 }, at));
    expect(await open(assistant)).toMatchObject([{ tag: "must-be-you", tagRule: "as-before" }]);
  });

  test("what Mira has worked on stays when she takes somebody off, and is not made a second time", async () => {
    const { client } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, at));
    const [task] = await open(client);
    await makeHers(client, task ?? { id: "", version: 0 });

    must(await removePerson(client, { id, version: 1 }, at));
    expect(await open(client)).toMatchObject([hers]);
    must(await restorePerson(client, { id, version: 2 }, at));
    expect(await open(client)).toMatchObject([{ ...hers, id: task?.id }]);
  });

  test("somebody who is living after all: Mira's birthday and Mira's card are hers again, with their notes", async () => {
    const { client, assistant } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, at));
    must(await createTask(client, { kind: "birthday", title: "Card for Noor", personId: id }, at));
    for (const task of await open(client)) await makeHers(client, task);
    must(await markDied(client, { id, version: 1 }, { diedOn: null, isRemembered: false }, at));
    expect(await open(client)).toEqual([]);

    must(await markLiving(assistant, { id, version: 2 }, at));
    expect(await open(assistant)).toMatchObject([
      { title: "Birthday · Noor Haddad turns 40", ...hers },
      { title: "Card for Noor", ...hers },
    ]);
  });
});
