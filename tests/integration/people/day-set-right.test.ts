import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readForYou } from "@/lib/queries/read-for-you";
import { readPerson } from "@/lib/queries/read-person";
import { readTask } from "@/lib/queries/read-task";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
afterAll(() => closeAppDatabase());

const birthday = (month: number, day: number, year: number | null = 1986) =>
  ({ kind: "birthday", label: "", month, day, year, leadDays: 7 }) as const;

async function standing(actor: Actor) {
  const tasks = must(
    await readAs(actor, (tx) =>
      tx.task.findMany({ where: { state: { not: "withdrawn" } }, orderBy: { dueAt: "asc" } }),
    ),
  );
  return tasks.map(({ id, version, title, dueAt, tag, state }) => ({
    id,
    version,
    title,
    due: dueAt?.toISOString().slice(0, 10),
    tag,
    state,
  }));
}

/** Noor, written down by Mira; the job has made the task of her birthday on 28 November. */
async function noor(client: Actor, system: Actor, circle = "wider") {
  const early = new Date("2026-11-01T10:00:00Z");
  const { id } = must(
    await addPerson(client, { name: "Noor Haddad", circle, dates: [birthday(11, 28)] }, early),
  );
  expect(must(await makeDueTasks(system, at)).made).toBe(1);
  const dayId = (await readPerson(client, id, at))?.dates[0]?.id ?? "";
  const [task] = await standing(client);
  return { id, dayId, taskId: task?.id ?? "" };
}

describe("A birthday that Ana sets right", () => {
  test("is followed by its task into the next year, as strict as it is, and no second one is made", async () => {
    const { client, assistant, system } = await cast(at);
    const { id, dayId, taskId } = await noor(client, system, "inner");

    const set = await editPerson(
      assistant,
      { id, version: 1 },
      { dates: [{ ...birthday(3, 1), id: dayId }] },
      at,
    );

    expect(must(set)).toMatchObject({ stays: 0 });
    const followed = {
      id: taskId,
      title: "Birthday · Noor Haddad turns 41",
      due: "2027-02-28",
      tag: "must-be-you",
      state: "inbox",
    };
    expect(await standing(client)).toMatchObject([followed]);
    expect(must(await makeDueTasks(system, new Date("2027-02-25T10:00:00Z"))).made).toBe(0);
    // Mira finds that it was right after all: the task is this year's again.
    must(await editPerson(client, { id, version: 2 }, { dates: [{ ...birthday(11, 28), id: dayId }] }, at));
    expect(await standing(client)).toMatchObject([
      { title: "Birthday · Noor Haddad turns 40", due: "2026-11-27", tag: "must-be-you" },
    ]);
  });

  test("leaves a task whose date somebody has set, and says that it stays", async () => {
    const { client, assistant, system } = await cast(at);
    const { id, dayId, taskId } = await noor(client, system);
    must(await editTask(client, { id: taskId, version: 1, dueAt: new Date("2026-11-25T09:00:00Z") }));

    const dates = [{ ...birthday(3, 1), id: dayId }];
    expect(must(await editPerson(assistant, { id, version: 1 }, { dates }, at))).toMatchObject({ stays: 1 });
    expect(await standing(client)).toMatchObject([{ id: taskId, due: "2026-11-25" }]);
    expect(must(await editPerson(assistant, { id, version: 2 }, { note: "Likes tea" }, at)).stays).toBe(0);
  });

  test("and takes away keeps its task, which goes when Mira takes Noor off the desk", async () => {
    const { client, assistant, system } = await cast(at);
    const { id, taskId } = await noor(client, system);

    expect(must(await editPerson(assistant, { id, version: 1 }, { dates: [] }, at)).stays).toBe(1);
    expect(await standing(assistant)).toMatchObject([{ id: taskId, state: "inbox" }]);

    expect(must(await removePerson(client, { id, version: 2 }, at)).stays).toBe(0);
    expect(await standing(client)).toEqual([]);
  });

  test("stays, and is counted, when it is Ana who takes Noor off the desk", async () => {
    const { client, assistant, system } = await cast(at);
    const { id } = await noor(client, system);
    expect(must(await removePerson(assistant, { id, version: 1 }, at)).stays).toBe(1);
  });

  test("goes at once when it is Mira who takes the day away", async () => {
    const { client, system } = await cast(at);
    const { id } = await noor(client, system, "inner");
    expect(must(await editPerson(client, { id, version: 1 }, { dates: [] }, at)).stays).toBe(0);
    expect(await standing(client)).toEqual([]);
  });
});

describe("Where Mira meets a task whose day is gone", () => {
  test("it says so to both, and Mira alone takes it back, with one press", async () => {
    const { client, assistant, system } = await cast(at);
    const { id, taskId } = await noor(client, system, "inner");
    must(await editPerson(assistant, { id, version: 1 }, { dates: [] }, at));

    const why = "The day that this was made for is no longer written down.";
    expect((await readTask(client, taskId))?.noLonger).toEqual({ says: why, canTakeBack: true });
    expect((await readTask(assistant, taskId))?.noLonger).toEqual({
      says: `${why} Only Mira can take this task back.`,
      canTakeBack: false,
    });
    const later = new Date("2026-11-28T10:00:00Z");
    expect(must(await readForYou(client, later)).cards[0]?.noLonger?.canTakeBack).toBe(true);

    const [task] = await standing(client);
    const version = task?.version ?? 0;
    expect(await withdrawTask(assistant, { id: taskId, version })).toMatchObject({
      refusal: { code: "not-undoable" },
    });
    must(await withdrawTask(client, { id: taskId, version }));
    expect(await standing(client)).toEqual([]);
  });

  test("it tells which day is written down now, and of whom has died; nothing where all is well", async () => {
    const { client, assistant, system } = await cast(at);
    const { id, dayId, taskId } = await noor(client, system);
    expect((await readTask(client, taskId))?.noLonger).toBeNull();
    must(await editTask(client, { id: taskId, version: 1, dueAt: new Date("2026-11-25T09:00:00Z") }));
    const dates = [{ ...birthday(3, 1), id: dayId }];
    must(await editPerson(assistant, { id, version: 1 }, { dates }, at));
    expect((await readTask(client, taskId))?.noLonger?.says).toBe(
      "The day that is written down now is 1 March.",
    );
    must(await markDied(assistant, { id, version: 2 }, { diedOn: null, isRemembered: false }, at));
    expect((await readTask(client, taskId))?.noLonger?.says).toBe("Noor Haddad has died.");
  });
});
