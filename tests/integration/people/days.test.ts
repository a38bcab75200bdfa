import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readPerson } from "@/lib/queries/read-person";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
const on = (day: string) => new Date(`${day}T10:00:00Z`);
const birthday = (month: number, day: number, year: number | null = null, leadDays = 7) =>
  ({ kind: "birthday", label: "", month, day, year, leadDays }) as const;

async function standing(actor: Actor) {
  const tasks = must(
    await readAs(actor, (tx) =>
      tx.task.findMany({ where: { state: { not: "withdrawn" } }, orderBy: { dueAt: "asc" } }),
    ),
  );
  return tasks.map((task) => ({
    title: task.title,
    due: task.dueAt?.toISOString(),
    tag: task.tag,
    id: task.id,
    version: task.version,
  }));
}

describe("Yearly days become tasks", () => {
  test("a birthday within its lead days is a task at once, all day where Mira lives", async () => {
    const { assistant } = await cast(at);
    must(await addPerson(assistant, { name: "Noor Haddad", dates: [birthday(11, 28, 1986)] }, at));
    expect(await standing(assistant)).toMatchObject([
      { title: "Birthday · Noor Haddad turns 40", due: "2026-11-27T23:00:00.000Z", tag: "delegable" },
    ]);
  });

  test("a birthday farther away waits for its lead days, and comes once, however often the job runs", async () => {
    const { assistant, system } = await cast(at);
    must(await addPerson(assistant, { name: "Tomas Lind", dates: [birthday(12, 24)] }, at));
    expect(await standing(assistant)).toEqual([]);
    expect(must(await makeDueTasks(system, on("2026-12-16"))).made).toBe(0);
    expect(must(await makeDueTasks(system, on("2026-12-17"))).made).toBe(1);
    expect(must(await makeDueTasks(system, on("2026-12-17"))).made).toBe(0);
    expect(await standing(assistant)).toMatchObject([{ title: "Birthday · Tomas Lind" }]);
    expect(must(await makeDueTasks(system, on("2027-12-20"))).made).toBe(1);
  });

  test("the inner circle is greeted in person", async () => {
    const { assistant } = await cast(at);
    must(await addPerson(assistant, { name: "Aunt Beth", circle: "inner", dates: [birthday(11, 25)] }, at));
    expect(await standing(assistant)).toMatchObject([{ tag: "must-be-you" }]);
  });

  test("somebody born on 29 February is greeted on the 28th where there is no 29th", async () => {
    const { assistant, system } = await cast(at);
    must(await addPerson(assistant, { name: "Leap Lea", dates: [birthday(2, 29, 2000, 0)] }, at));
    expect(must(await makeDueTasks(system, on("2027-02-27"))).made).toBe(0);
    expect(must(await makeDueTasks(system, on("2027-02-28"))).made).toBe(1);
    expect(must(await makeDueTasks(system, on("2028-02-29"))).made).toBe(1);
    expect((await standing(assistant)).map((task) => task.title)).toEqual([
      "Birthday · Leap Lea turns 27",
      "Birthday · Leap Lea turns 28",
    ]);
  });

  test("lead days reach over the turn of the year", async () => {
    const { assistant, system } = await cast(at);
    must(await addPerson(assistant, { name: "New Year Nia", dates: [birthday(1, 3, 1990, 30)] }, at));
    expect(must(await makeDueTasks(system, on("2026-12-10"))).made).toBe(1);
    expect(await standing(assistant)).toMatchObject([{ title: "Birthday · New Year Nia turns 37" }]);
  });

  test("a task that Mira took back stays away", async () => {
    const { client, system } = await cast(at);
    must(await addPerson(client, { name: "Noor Haddad", dates: [birthday(11, 28)] }, at));
    const [task] = await standing(client);
    must(await withdrawTask(client, { id: task?.id ?? "", version: 1 }));
    expect(must(await makeDueTasks(system, at)).made).toBe(0);
  });

  test("a corrected day, a new name and a nearer circle are written into the open task", async () => {
    const { client, assistant } = await cast(at);
    const { id } = must(await addPerson(assistant, { name: "Nor Haddad", dates: [birthday(11, 28)] }, at));
    const person = await readPerson(assistant, id, at);
    const date = { ...birthday(11, 29, 1986), id: person?.dates[0]?.id ?? "" };
    must(
      await editPerson(
        assistant,
        { id, version: 1 },
        { name: "Noor Haddad", circle: "inner", dates: [date] },
        at,
      ),
    );
    expect(await standing(assistant)).toMatchObject([
      { title: "Birthday · Noor Haddad turns 40", due: "2026-11-28T23:00:00.000Z", tag: "must-be-you" },
    ]);
    expect(await editPerson(assistant, { id, version: 2 }, { circle: "wider" }, at)).toMatchObject({
      refusal: { code: "only-client" },
    });
    must(await editPerson(client, { id, version: 2 }, { circle: "wider" }, at));
    expect(await standing(assistant)).toMatchObject([{ tag: "must-be-you" }]);
  });

  test("a day that is taken away takes its untouched task along, and so does somebody who is taken off", async () => {
    const { assistant } = await cast(at);
    const first = must(await addPerson(assistant, { name: "Noor Haddad", dates: [birthday(11, 28)] }, at));
    must(await editPerson(assistant, { id: first.id, version: 1 }, { dates: [] }, at));
    expect(await standing(assistant)).toEqual([]);
    const second = must(await addPerson(assistant, { name: "Tomas Lind", dates: [birthday(11, 28)] }, at));
    must(await removePerson(assistant, { id: second.id, version: 1 }, at));
    expect(await standing(assistant)).toEqual([]);
    expect(await readPerson(assistant, second.id, at)).toBeNull();
  });

  test("a day that does not exist is refused at its field, and somebody quicker is named", async () => {
    const { client, assistant } = await cast(at);
    expect(
      await addPerson(assistant, { name: "X", dates: [birthday(2, 30), birthday(2, 29, 2001)] }, at),
    ).toEqual({
      ok: false,
      refusal: {
        code: "invalid",
        fields: {
          "dates.0.day": "There is no such day in this month.",
          "dates.1.day": "2001 had no 29 February. Leave the year empty if it is not known.",
        },
      },
    });
    const { id } = must(await addPerson(assistant, { name: "Tomas" }, at));
    must(await editPerson(client, { id, version: 1 }, { note: "Met in Porto" }, at));
    expect(await editPerson(assistant, { id, version: 1 }, { note: "Mine" }, at)).toMatchObject({
      ok: false,
      refusal: { code: "stale", version: 2, changed: ["note"], by: "Mira Holt" },
    });
  });
});
