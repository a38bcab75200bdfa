import { afterAll, describe, expect, test } from "vitest";
import { listCircles } from "@/lib/data/circles";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readCircles } from "@/lib/queries/read-circles";
import { readPeople } from "@/lib/queries/read-people";
import { readPerson } from "@/lib/queries/read-person";
import { addCircle } from "@/lib/use-cases/circle/add-circle";
import { editCircle } from "@/lib/use-cases/circle/edit-circle";
import { moveCircle } from "@/lib/use-cases/circle/move-circle";
import { removeCircle } from "@/lib/use-cases/circle/remove-circle";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { createTask } from "@/lib/use-cases/task/create-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-23T08:00:00Z");
const onlyClient = { ok: false, refusal: { code: "only-client", clientName: "Mira Holt" } };
afterAll(() => closeAppDatabase());

async function circleOf(actor: Actor, key: string) {
  const all = must(await readAs(actor, (tx) => listCircles(tx, actor.workspace.id)));
  const found = all.find((one) => one.key === key);
  if (!found) throw new Error(`There is no circle ${key}.`);
  return found;
}

/** Saves a circle with something changed. */
async function shape(actor: Actor, key: string, change: object) {
  const { id: _, position: __, key: ___, version, ...rules } = await circleOf(actor, key);
  return editCircle(actor, { key, version }, { ...rules, ...change });
}

async function tagOf(actor: Actor, id: string) {
  const task = must(await readAs(actor, (tx) => tx.task.findFirst({ where: { id } })));
  return `${task?.tag} by ${task?.tagRule ?? "hand"}`;
}

describe("Mira shapes her circles", () => {
  test("she adds one, renames it, moves it nearer, and takes it away when it is empty", async () => {
    const { client } = await cast(at);
    const { key } = must(await addCircle(client, "Chœur d’été"));
    expect(must(await readCircles(client)).circles.at(-1)).toMatchObject({ key, people: 0, canRemove: true });
    must(await shape(client, key, { name: "Choir", cadenceDays: 60, leadDays: 14 }));
    must(await moveCircle(client, { key, version: 2 }, "nearer"));
    expect(must(await readCircles(client)).circles.map((one) => one.name)).toEqual([
      "Inner circle",
      "Friends",
      "Professional",
      "Choir",
      "Wider circle",
    ]);
    must(await removeCircle(client, await circleOf(client, key), at));
    expect(must(await readCircles(client)).circles.map((one) => one.key)).not.toContain(key);
    expect(must(await addCircle(client, "Chœur d’été")).key).not.toBe(key);
  });

  test("a circle with somebody in it stays, and so does one that every desk has; a name is given once", async () => {
    const { client } = await cast(at);
    const { key } = must(await addCircle(client, "Choir"));
    must(await addPerson(client, { name: "Noor Haddad", circles: ["wider", key] }, at));
    const sentence = async (of: string) => {
      const result = await removeCircle(client, await circleOf(client, of), at);
      return result.ok || result.refusal.code !== "invalid" ? "" : result.refusal.fields.form;
    };
    expect(await sentence(key)).toBe("One person is in this circle. Move them first.");
    expect(await sentence("wider")).toContain("Every desk has this circle.");
    expect(await addCircle(client, "chöir")).toMatchObject({ refusal: { code: "invalid" } });
  });

  test("Ana and an AI assistant read them, and change nothing about them", async () => {
    const { assistant, agent } = await cast(at);
    for (const who of [assistant, agent]) {
      const wider = await circleOf(who, "wider");
      expect(must(await readCircles(who))).toMatchObject({ canChange: false });
      expect(await addCircle(who, "Mine")).toEqual(onlyClient);
      expect(await shape(who, "inner", { greetInPerson: false })).toEqual(onlyClient);
      expect(await moveCircle(who, wider, "nearer")).toEqual(onlyClient);
      expect(await removeCircle(who, wider, at)).toEqual(onlyClient);
    }
  });

  test("asking more tightens the open tasks of those people, asking less loosens none", async () => {
    const { client, assistant } = await cast(at);
    const make = async (name: string, circle: string) => {
      const { id } = must(await addPerson(assistant, { name, circle }, at));
      const { task } = must(
        await createTask(assistant, { kind: "event-invite", title: `Party of ${name}`, personId: id }, at),
      );
      return task.id;
    };
    const [noor, tomas] = [await make("Noor", "friends"), await make("Tomas", "wider")];
    expect(must(await shape(client, "friends", { defaultTag: "must-be-you" }))).toEqual({ tightened: 1 });
    expect([await tagOf(client, noor), await tagOf(client, tomas)]).toEqual([
      "must-be-you by circle-tag",
      "delegable by mechanics",
    ]);
    expect(must(await shape(client, "friends", { defaultTag: null }))).toEqual({ tightened: 0 });
    expect(await tagOf(client, noor)).toBe("must-be-you by circle-tag");
  });

  test("what she has handed over by hand stays handed over when something else about the circle changes", async () => {
    const { client, assistant } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor", circle: "inner" }, at));
    const { task } = must(
      await createTask(client, { kind: "birthday", title: "Cake", personId: id, tag: "delegable" }, at),
    );
    must(await shape(client, "inner", { name: "Nearest", leadDays: 3 }));
    must(await editPerson(assistant, { id, version: 1 }, { note: "Likes tea", circles: ["inner"] }, at));
    expect(await tagOf(client, task.id)).toBe("delegable by hand");
    must(await retagTask(client, { id: task.id, version: 1, tag: "must-be-you" }));
  });
});

describe("Somebody in several circles", () => {
  test("is as near as the nearest, and is found under each of them", async () => {
    const { client } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor", circles: ["wider", "friends"] }, at));
    expect(await readPerson(client, id, at)).toMatchObject({
      circle: "friends",
      circles: ["friends", "wider"],
    });
    for (const circle of ["friends", "wider"])
      expect(must(await readPeople(client, { q: "", circle, cursor: null }, at)).total).toBe(1);
    expect(must(await readPeople(client, { q: "", circle: "inner", cursor: null }, at)).total).toBe(0);
  });

  test("Ana moves them nearer, not out of what is strict, and does not take them off the desk", async () => {
    const { client, assistant, agent } = await cast(at);
    const { id } = must(await addPerson(assistant, { name: "Noor", circle: "friends" }, at));
    const { task } = must(
      await createTask(assistant, { kind: "birthday", title: "Cake for Noor", personId: id }, at),
    );
    must(await editPerson(assistant, { id, version: 1 }, { circles: ["inner", "friends"] }, at));
    expect(await tagOf(client, task.id)).toBe("must-be-you by inner-birthday");
    for (const who of [assistant, agent]) {
      for (const circles of [["friends"], ["wider"]])
        expect(await editPerson(who, { id, version: 2 }, { circles }, at)).toEqual(onlyClient);
      expect(await removePerson(who, { id, version: 2 }, at)).toEqual(onlyClient);
    }
    must(await editPerson(assistant, { id, version: 2 }, { circles: ["inner"] }, at));
    must(await editPerson(client, { id, version: 3 }, { circles: ["wider"] }, at));
    expect(await tagOf(client, task.id)).toBe("must-be-you by inner-birthday");
    must(await removePerson(assistant, { id, version: 4 }, at));
  });

  test("a circle that is not there is refused at its field", async () => {
    const { client } = await cast(at);
    const no = { refusal: { code: "invalid", fields: { circles: "This circle is not there any more." } } };
    expect(await addPerson(client, { name: "Noor", circles: ["choir"] }, at)).toMatchObject(no);
    const { id } = must(await addPerson(client, { name: "Noor" }, at));
    expect(await editPerson(client, { id, version: 1 }, { circle: "choir" }, at)).toMatchObject(no);
    expect(await editPerson(client, { id, version: 1 }, { circles: [] }, at)).toMatchObject({
      refusal: { fields: { circles: "Choose at least one circle." } },
    });
  });
});
