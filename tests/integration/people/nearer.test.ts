import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { insertTasks } from "@/lib/data/day-tasks";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { addCircle } from "@/lib/use-cases/circle/add-circle";
import { editCircle } from "@/lib/use-cases/circle/edit-circle";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { createTask } from "@/lib/use-cases/task/create-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-23T08:00:00Z");
afterAll(() => closeAppDatabase());

/** A circle towards which everything must be Mira. */
async function strictCircle(client: Actor): Promise<string> {
  const { key } = must(await addCircle(client, "Family"));
  const rules = {
    greetInPerson: true,
    defaultTag: "must-be-you",
    cadenceDays: null,
    leadDays: null,
    replyWithinHours: null,
    checkHours: null,
  } as const;
  must(await editCircle(client, { key, version: 1 }, { name: "Family", ...rules }));
  return key;
}

async function add(actor: Actor, name: string, circle: string) {
  return { id: must(await addPerson(actor, { name, circle }, at)).id, version: 1 };
}

/** A task that Mira has handed over, private if wished. */
async function handedOver(
  client: Actor,
  personId: string,
  kind: "birthday" | "personal-reply",
  isPrivate = false,
) {
  const task = { kind, title: `About ${kind}`, personId, isPrivate, tag: "delegable" } as const;
  return must(await createTask(client, task, at)).task.id;
}

async function tagOf(actor: Actor, id: string) {
  const task = must(await readAs(actor, (tx) => tx.task.findFirst({ where: { id } })));
  return `${task?.tag} by ${task?.tagRule ?? "hand"}`;
}

describe("Two who become one are as near as the nearer of them", () => {
  test("whatever was open about either is Mira's, words that she had handed over and the hundred-and-first invitation too", async () => {
    const { client, assistant } = await cast(at);
    const [noor, nor] = [
      await add(client, "Noor", "wider"),
      await add(client, "Nor", await strictCircle(client)),
    ];
    const reply = await handedOver(client, noor.id, "personal-reply");
    const invitations = Array.from({ length: 130 }, (_, n) => ({
      id: randomUUID(),
      kind: "event-invite" as const,
      title: `Party ${n}`,
      tag: "delegable" as const,
      tagRule: "mechanics",
      personId: noor.id,
    }));
    must(
      await writeAs(assistant, "create-task", { kind: "task", id: null }, async (tx) =>
        granted(await insertTasks(tx, assistant.workspace.id, invitations)),
      ),
    );
    must(await mergePeople(assistant, { kept: nor, merged: noor, choices: {} }, at));

    expect(await tagOf(client, reply)).toBe("must-be-you by circle-tag");
    const loose = must(await readAs(client, (tx) => tx.task.count({ where: { tag: "delegable" } })));
    expect(loose).toBe(0);
  });

  test("a birthday that is private to Mira follows Ana's merge and is Mira's to greet", async () => {
    const { client, assistant } = await cast(at);
    const [noor, nor] = [await add(client, "Noor", "wider"), await add(client, "Nor", "inner")];
    const birthday = await handedOver(client, noor.id, "birthday", true);
    must(await mergePeople(assistant, { kept: nor, merged: noor, choices: {} }, at));

    expect(await tagOf(client, birthday)).toBe("must-be-you by inner-birthday");
  });
});

describe("Ana moves somebody nearer", () => {
  test("what is private to Mira about them becomes Mira's to do, and where no more is asked it stays handed over", async () => {
    const { client, assistant } = await cast(at);
    const noor = await add(client, "Noor", "wider");
    const [birthday, reply] = [
      await handedOver(client, noor.id, "birthday", true),
      await handedOver(client, noor.id, "personal-reply", true),
    ];
    must(await editPerson(assistant, noor, { circles: ["inner"] }, at));
    expect(await tagOf(client, birthday)).toBe("must-be-you by inner-birthday");
    expect(await tagOf(client, reply)).toBe("delegable by hand");

    must(await editPerson(assistant, { ...noor, version: 2 }, { circles: [await strictCircle(client)] }, at));
    expect(await tagOf(client, reply)).toBe("must-be-you by circle-tag");
  });
});
