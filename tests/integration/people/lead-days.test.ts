import { afterAll, describe, expect, test } from "vitest";
import { listCircles } from "@/lib/data/circles";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readPerson } from "@/lib/queries/read-person";
import { readTask } from "@/lib/queries/read-task";
import { editCircle } from "@/lib/use-cases/circle/edit-circle";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-23T08:00:00Z");
const birthday = (day: number, leadDays: number | null = null) =>
  ({ kind: "birthday", label: "", month: 12, day, year: null, leadDays }) as const;
afterAll(() => closeAppDatabase());

async function dayTasks(actor: Actor) {
  const tasks = await readAs(actor, (tx) =>
    tx.task.findMany({ where: { kind: "birthday", state: "inbox" }, orderBy: { title: "asc" } }),
  );
  return must(tasks).map(({ id, version, title, fields }) => ({ id, version, title, fields }));
}

async function ahead(actor: Actor, key: string, leadDays: number | null) {
  const all = must(await readAs(actor, (tx) => listCircles(tx, actor.workspace.id)));
  const found = all.find((one) => one.key === key);
  if (!found) throw new Error(key);
  const { id: _, key: __, position: ___, version, ...rules } = found;
  must(await editCircle(actor, { key, version }, { ...rules, leadDays }));
}

describe("How long ahead a day's task appears", () => {
  test("as the day says, else the person, else their nearest circle, else a week: and the task says which", async () => {
    const { client, system } = await cast(at);
    await ahead(client, "friends", 20);
    const add = (name: string, more: object) => addPerson(client, { name, ...more }, at);
    must(await add("Ana", { circle: "friends", dates: [birthday(13)] }));
    must(await add("Ben", { circle: "friends", leadDays: 2, dates: [birthday(13)] }));
    must(await add("Cleo", { circles: ["friends", "wider"], leadDays: 2, dates: [birthday(13, 30)] }));
    must(await add("Dora", { dates: [birthday(1)] }));
    expect((await dayTasks(client)).map(({ title, fields }) => ({ title, ...(fields as object) }))).toEqual([
      { title: "Birthday · Ana", date: "--12-13", leadDays: 20, leadBy: "circle Friends" },
      { title: "Birthday · Cleo", date: "--12-13", leadDays: 30, leadBy: "day" },
    ]);
    must(await makeDueTasks(system, new Date("2026-11-24T08:00:00Z")));
    const dora = (await dayTasks(client)).find((task) => task.title === "Birthday · Dora");
    expect(dora?.fields).toEqual({ date: "--12-01", leadDays: 7, leadBy: "usual" });
  });

  test("somebody's page says what holds, and a longer lead makes the task at once", async () => {
    const { client } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor", dates: [birthday(13)] }, at));
    expect((await readPerson(client, id, at))?.dates[0]?.lead).toEqual({
      days: 7,
      by: "usual",
      circle: null,
    });
    must(await editPerson(client, { id, version: 1 }, { leadDays: 25 }, at));
    expect((await readPerson(client, id, at))?.dates[0]).toMatchObject({
      leadDays: null,
      lead: { days: 25, by: "person" },
    });
    expect(await dayTasks(client)).toHaveLength(1);
  });
});

describe("What was done last year", () => {
  test("the task of this year carries it: when, by whom, and with which note", async () => {
    const { client, assistant, system } = await cast(at);
    must(await addPerson(assistant, { name: "Noor Haddad", dates: [birthday(1, 10)] }, at));
    const [first] = await dayTasks(assistant);
    expect(await readTask(assistant, first?.id ?? "")).toMatchObject({ lastTime: null });
    must(await completeTask(assistant, { id: first?.id ?? "", version: 1, note: "Peonies, and a call" }, at));
    must(await makeDueTasks(system, new Date("2027-11-25T08:00:00Z")));
    const [second] = await dayTasks(assistant);
    expect(await readTask(client, second?.id ?? "")).toMatchObject({
      lastTime: { by: "Ana Duarte", outcome: "done", note: "Peonies, and a call" },
    });
  });

  test("of somebody private an assistant learns nothing of it", async () => {
    const { client, assistant, system } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor", dates: [birthday(1, 10)] }, at));
    const [first] = await dayTasks(client);
    must(await completeTask(client, { id: first?.id ?? "", version: 1, note: "A ring" }, at));
    must(await setPersonPrivacy(client, { id, version: 1 }, true));
    must(await makeDueTasks(system, new Date("2027-11-25T08:00:00Z")));
    const [second] = await dayTasks(client);
    expect(await readTask(client, second?.id ?? "")).toMatchObject({ lastTime: { note: "A ring" } });
    expect(await readTask(assistant, second?.id ?? "")).toBeNull();
  });
});
