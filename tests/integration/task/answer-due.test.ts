import { afterAll, expect, test } from "vitest";
import { listCircles, type StoredCircle } from "@/lib/data/circles";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readTask } from "@/lib/queries/read-task";
import { editCircle } from "@/lib/use-cases/circle/edit-circle";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { createTask } from "@/lib/use-cases/task/create-task";
import { editTask, type TaskEdit } from "@/lib/use-cases/task/edit-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

afterAll(closeAppDatabase);

const at = new Date("2026-11-22T10:00:00Z");
const message = { text: "Are you well?", from: "Noor", receivedAt: null, service: null, url: null };

async function seen(actor: Actor, id: string) {
  const task = await readTask(actor, id);
  if (task === null) throw new Error("the task is absent");
  return task;
}
/** Edits it as it stands, and says within how many hours an answer is due, and when. */
async function edit(actor: Actor, id: string, change: TaskEdit) {
  const { version } = await seen(actor, id);
  must(await editTask(actor, { id, version, ...change }));
  return due(actor, id);
}
async function due(actor: Actor, id: string) {
  const { replyWithinHours, replyDueAt } = await seen(actor, id);
  return [replyWithinHours, replyDueAt];
}

test("A message that was taken for something else is late in three days once it is a personal one, and for nobody else again", async () => {
  const { assistant } = await cast();
  const other = { kind: "other", title: "From Noor", message } as const;
  const { id } = must(await createTask(assistant, other, at)).task;

  expect(await due(assistant, id)).toEqual([null, null]);
  expect(await edit(assistant, id, { kind: "personal-reply" })).toEqual([72, "2026-11-25T10:00:00.000Z"]);
  expect(await edit(assistant, id, { kind: "birthday" })).toEqual([null, null]);
  const { version } = await seen(assistant, id);
  must(await undoTask(assistant, { id, version }));
  expect(await due(assistant, id)).toEqual([72, "2026-11-25T10:00:00.000Z"]);
});

test("Somebody whose circle asks for a day is answered within a day, also when they are named later", async () => {
  const { client, assistant } = await cast();
  const { id: personId } = must(await addPerson(client, { name: "Noor Haddad", circles: ["inner"] }, at));
  const reply = { kind: "personal-reply", title: "Answer her", message } as const;
  const { id } = must(await createTask(assistant, reply, at)).task;

  expect(await due(assistant, id)).toEqual([72, "2026-11-25T10:00:00.000Z"]);
  expect(await edit(assistant, id, { personId })).toEqual([24, "2026-11-23T10:00:00.000Z"]);
  expect(await edit(assistant, id, { title: "Answer Noor", personId })).toEqual([
    24,
    "2026-11-23T10:00:00.000Z",
  ]);
  expect(await edit(assistant, id, { personId: null })).toEqual([72, "2026-11-25T10:00:00.000Z"]);
});

test("What somebody has said for this one stays, and so does that nobody waits", async () => {
  const { client, assistant } = await cast();
  const { id: personId } = must(await addPerson(client, { name: "Noor Haddad", circles: ["inner"] }, at));
  const reply = { kind: "personal-reply", title: "Answer her", message } as const;
  const { id } = must(await createTask(assistant, { ...reply, replyWithinHours: 48 }, at)).task;

  expect(await edit(assistant, id, { personId })).toEqual([48, "2026-11-24T10:00:00.000Z"]);
  expect(await edit(assistant, id, { personId: null, replyWithinHours: 12 })).toEqual([
    12,
    "2026-11-22T22:00:00.000Z",
  ]);
  expect(await edit(assistant, id, { replyWithinHours: null })).toEqual([null, null]);
  expect(await edit(assistant, id, { personId })).toEqual([null, null]);
});

test("Who comes nearer, or whose circle asks for it sooner, is answered sooner, and not later when it asks for less", async () => {
  const { client, assistant } = await cast();
  const { id: personId } = must(await addPerson(client, { name: "Noor Haddad", circles: ["wider"] }, at));
  const reply = { kind: "personal-reply", title: "Answer her", message, personId } as const;
  const { id } = must(await createTask(assistant, reply, at)).task;
  const said = must(await createTask(assistant, { ...reply, replyWithinHours: 48 }, at)).task;

  must(await editPerson(client, { id: personId, version: 1 }, { circles: ["inner"] }, at));
  expect(await due(assistant, id)).toEqual([24, "2026-11-23T10:00:00.000Z"]);

  const inner = must(await readAs(client, (tx) => listCircles(tx, client.workspace.id)))[0] as StoredCircle;
  const { id: _, key, version, position: __, ...asks } = inner;
  must(await editCircle(client, { key, version }, { ...asks, replyWithinHours: 6 }));
  expect(await due(assistant, id)).toEqual([6, "2026-11-22T16:00:00.000Z"]);

  must(await editCircle(client, { key, version: version + 1 }, { ...asks, replyWithinHours: 24 }));
  expect(await due(assistant, id)).toEqual([6, "2026-11-22T16:00:00.000Z"]);
  expect(await due(assistant, said.id)).toEqual([48, "2026-11-24T10:00:00.000Z"]);
});
