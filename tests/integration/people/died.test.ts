import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readPeople } from "@/lib/queries/read-people";
import { readPerson } from "@/lib/queries/read-person";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { markLiving } from "@/lib/use-cases/person/mark-living";
import { createTask } from "@/lib/use-cases/task/create-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-23T08:00:00Z");
const unknown = { diedOn: null, isRemembered: false };
afterAll(() => closeAppDatabase());

const birthday = { kind: "birthday", label: "", month: 11, day: 28, year: 1946, leadDays: null } as const;

async function open(actor: Actor): Promise<string[]> {
  const tasks = must(
    await readAs(actor, (tx) =>
      tx.task.findMany({ where: { state: "inbox" }, orderBy: [{ dueAt: "asc" }, { title: "asc" }] }),
    ),
  );
  return tasks.map((task) => task.title);
}

async function beth(actor: Actor) {
  const { id } = must(await addPerson(actor, { name: "Aunt Beth", circle: "inner", dates: [birthday] }, at));
  must(await createTask(actor, { kind: "keep-in-touch", title: "Ring Aunt Beth", personId: id }, at));
  must(await createTask(actor, { kind: "other", title: "Give her the photos", personId: id }, at));
  return id;
}

describe("Somebody has died", () => {
  test("no birthday and no reminder is left, what else is open stays, and no age is said", async () => {
    const { client, system } = await cast(at);
    const id = await beth(client);
    expect(must(await markDied(client, { id, version: 1 }, unknown, at))).toMatchObject({
      takenBack: 2,
      stays: 0,
    });
    expect(must(await makeDueTasks(system, new Date("2027-11-24T08:00:00Z"))).made).toBe(0);
    expect(await open(client)).toEqual(["Give her the photos"]);
    const [line] = must(await readPeople(client, { q: "", circle: null, cursor: null }, at)).people;
    expect(line).toMatchObject({ isDead: true, nextDay: null });
  });

  test("it is taken back whole: the birthday and the reminder are there again, as strict as they were", async () => {
    const { client } = await cast(at);
    const id = await beth(client);
    const before = await open(client);
    for (const version of [1, 3]) {
      must(await markDied(client, { id, version }, unknown, at));
      must(await markLiving(client, { id, version: version + 1 }, at));
      expect((await open(client)).sort()).toEqual([...before].sort());
    }
    const tags = must(
      await readAs(client, (tx) => tx.task.findMany({ where: { state: "inbox", tag: "delegable" } })),
    );
    expect(tags).toEqual([]);
    expect(await readPerson(client, id, at)).toMatchObject({ isDead: false, diedOn: null });
  });

  test("Ana may write it down; what is not hers to take back stays, and is counted", async () => {
    const { client, assistant } = await cast(at);
    const id = await beth(client);
    expect(must(await markDied(assistant, { id, version: 1 }, unknown, at))).toMatchObject({
      takenBack: 0,
      stays: 2,
    });
    expect(await open(assistant)).toContain("Ring Aunt Beth");
    expect(must(await markDied(client, { id, version: 2 }, unknown, at))).toMatchObject({ takenBack: 2 });
  });

  test("where it is wished, her days are remembered quietly, once a year each, and by Mira alone", async () => {
    const { client, system } = await cast(at);
    const id = await beth(client);
    const died = { diedOn: "2021-11-25", isRemembered: true };
    must(await markDied(client, { id, version: 1 }, died, at));
    for (const _ of [1, 2]) must(await makeDueTasks(system, at));
    expect(await open(client)).toEqual([
      "Remembrance · Aunt Beth, who died on this day in 2021",
      "Remembrance · the birthday of Aunt Beth",
      "Give her the photos",
    ]);
    const kept = must(await readAs(client, (tx) => tx.task.findMany({ where: { tagRule: "remembrance" } })));
    expect(kept.map(({ kind, tag }) => `${kind} ${tag}`)).toEqual(["other must-be-you", "other must-be-you"]);
    must(await markDied(client, { id, version: 2 }, { ...died, isRemembered: false }, at));
    expect(await open(client)).toEqual(["Give her the photos"]);
    must(await markDied(client, { id, version: 3 }, died, at));
    expect((await open(client)).length).toBe(3);
  });

  test("nothing is remembered before the first year is over", async () => {
    const { client } = await cast(at);
    const id = await beth(client);
    must(await markDied(client, { id, version: 1 }, { diedOn: "2026-11-22", isRemembered: true }, at));
    expect(await open(client)).toEqual(["Remembrance · the birthday of Aunt Beth", "Give her the photos"]);
  });

  test("a day that is still to come is refused, and an old page is told so", async () => {
    const { client } = await cast(at);
    const id = await beth(client);
    expect(
      await markDied(client, { id, version: 1 }, { diedOn: "2026-11-24", isRemembered: false }, at),
    ).toMatchObject({ refusal: { code: "invalid", fields: { diedOn: "This day is still to come." } } });
    expect(await markDied(client, { id, version: 9 }, unknown, at)).toMatchObject({
      refusal: { code: "stale" },
    });
  });
});
