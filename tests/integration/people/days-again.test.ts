import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readPerson } from "@/lib/queries/read-person";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-20T10:00:00Z");
afterAll(() => closeAppDatabase());

const birthday = (month: number, day: number, year: number | null = null) =>
  ({ kind: "birthday", label: "", month, day, year, leadDays: null }) as const;

async function standing(actor: Actor) {
  const tasks = must(
    await readAs(actor, (tx) =>
      tx.task.findMany({ where: { state: { not: "withdrawn" } }, orderBy: [{ dueAt: "asc" }] }),
    ),
  );
  return tasks.map(({ id, version, title, dueAt }) => ({ id, version, title, due: dueAt?.toISOString() }));
}
const titles = async (actor: Actor) => (await standing(actor)).map((task) => task.title);

/** Changes somebody's one day. */
async function moveDay(
  actor: Actor,
  id: string,
  version: number,
  day: ReturnType<typeof birthday>,
  now = at,
) {
  const dateId = (await readPerson(actor, id, at))?.dates[0]?.id ?? "";
  must(await editPerson(actor, { id, version }, { dates: [{ ...day, id: dateId }] }, now));
}

describe("A day that was mistyped", () => {
  test("is a task again this year when it is set right", async () => {
    const { client, system } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(11, 25)] }, at));
    await moveDay(client, id, 1, birthday(11, 15));
    expect(await titles(client)).toEqual([]);
    await moveDay(client, id, 2, birthday(11, 25));

    expect(await titles(client)).toEqual(["Birthday · Noor Haddad"]);
    expect(must(await makeDueTasks(system, at)).made).toBe(0);
  });

  test("stays away when Mira took the task itself back", async () => {
    const { client } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(11, 25)] }, at));
    const [task] = await standing(client);
    must(await withdrawTask(client, { id: task?.id ?? "", version: 1 }));
    await moveDay(client, id, 1, birthday(11, 15));
    await moveDay(client, id, 2, birthday(11, 25));

    expect(await titles(client)).toEqual([]);
  });
});

describe("A server that was off", () => {
  // Since when a day is known is the database's to say: these are told from now on.
  const DAY = 86_400_000;
  const later = (n: number) => new Date(Date.now() + n * DAY);
  const born = (n: number) => birthday(later(n).getUTCMonth() + 1, later(n).getUTCDate());

  test("from before the lead days until after the day catches up on it within two weeks, once", async () => {
    const { client, system } = await cast();
    must(await addPerson(client, { name: "Noor Haddad", dates: [born(30)] }, new Date()));
    must(await addPerson(client, { name: "Tomas Lind", dates: [born(16)] }, new Date()));

    expect(must(await makeDueTasks(system, later(36))).made).toBe(1);
    expect(must(await makeDueTasks(system, later(36))).made).toBe(0);
    const [task] = await standing(client);
    expect(task).toMatchObject({ title: "Birthday · Noor Haddad" });
    expect(Date.parse(task?.due ?? "")).toBeLessThan(later(31).getTime());
  });

  test("makes nothing of a birthday that was written down, or set right, only after it", async () => {
    const { client, system } = await cast();
    const now = new Date();
    must(await addPerson(client, { name: "Noor Haddad", dates: [born(-5)] }, now));
    const { id } = must(await addPerson(client, { name: "Tomas Lind", dates: [born(60)] }, now));
    await moveDay(client, id, 1, born(-3), now);

    expect(must(await makeDueTasks(system, later(1))).made).toBe(0);
    expect(await titles(client)).toEqual([]);
  });

  test("remembers a day of somebody dead that passed, but not one from before it was known", async () => {
    const { client, system } = await cast();
    const day = (n: number) =>
      later(n - 731)
        .toISOString()
        .slice(0, 10);
    for (const [name, n] of [
      ["Aunt Beth", 30],
      ["Uncle Ben", -3],
    ] as const) {
      const { id } = must(await addPerson(client, { name }, new Date()));
      must(await markDied(client, { id, version: 1 }, { diedOn: day(n), isRemembered: true }, new Date()));
    }
    must(await makeDueTasks(system, later(1)));
    expect(await titles(client)).toEqual([]);
    must(await makeDueTasks(system, later(36)));

    expect(await titles(client)).toEqual([
      expect.stringMatching(/^Remembrance · Aunt Beth, who died on this day/),
    ]);
  });
});

describe("Somebody who is remembered", () => {
  const died = { diedOn: "2021-11-22", isRemembered: true };
  async function beth(client: Actor, dates = [birthday(11, 25, 1946)]) {
    const { id } = must(await addPerson(client, { name: "Aunt Beth", dates }, at));
    must(await markDied(client, { id, version: 1 }, died, at));
    return id;
  }

  test("loses the remembrance of a birthday that is taken away, and no other", async () => {
    const { client } = await cast(at);
    const id = await beth(client);
    must(await editPerson(client, { id, version: 2 }, { dates: [] }, at));

    expect(await titles(client)).toEqual(["Remembrance · Aunt Beth, who died on this day in 2021"]);
  });

  test("is no longer remembered once taken off the desk, even without a birthday", async () => {
    const { client } = await cast(at);
    const id = await beth(client, []);
    expect(await titles(client)).toHaveLength(1);
    must(await removePerson(client, { id, version: 2 }, at));

    expect(await titles(client)).toEqual([]);
  });

  test("is remembered under a name and on a day that were set right", async () => {
    const { client } = await cast(at);
    const id = await beth(client);
    const dateId = (await readPerson(client, id, at))?.dates[0]?.id ?? "";
    const dates = [{ ...birthday(11, 26, 1946), id: dateId }];
    must(await editPerson(client, { id, version: 2 }, { name: "Aunt Bethan", dates }, at));

    expect(await standing(client)).toMatchObject([
      { title: "Remembrance · Aunt Bethan, who died on this day in 2021", due: "2026-11-21T23:00:00.000Z" },
      { title: "Remembrance · the birthday of Aunt Bethan", due: "2026-11-25T23:00:00.000Z" },
    ]);
  });
});
