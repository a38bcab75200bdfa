import { afterAll, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { createTask } from "@/lib/use-cases/task/create-task";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { wakeDueTasks } from "@/lib/use-cases/task/wake-due-tasks";
import { cast } from "../../support/cast";
import { daysFromNow } from "../../support/days-from-now";
import { must } from "../../support/must";

afterAll(closeAppDatabase);

const call = { how: "call", note: "", isPrivate: false } as const;

async function sleeping() {
  const people = await cast();
  const { client, assistant } = people;
  const { id: personId } = must(await addPerson(client, { name: "Noor Haddad" }, new Date()));
  const reply = { kind: "personal-reply", title: "Reply to Noor", personId } as const;
  const { task } = must(await createTask(client, reply, new Date()));
  const put = { id: task.id, version: 1, until: null, untilAnswer: true };
  must(await snoozeTask(assistant, put, new Date()));
  return { ...people, personId, id: task.id };
}

async function isAsleep(actor: Actor, id: string): Promise<boolean> {
  const task = must(await readAs(actor, (tx) => tx.task.findFirstOrThrow({ where: { id } })));
  expect(task.snoozedUntil !== null).toBe(task.snoozedUntilAnswer);
  return task.snoozedUntilAnswer;
}

test("what sleeps until Noor answers comes back with her next message, not with one that is Mira’s own", async () => {
  const { client, assistant, personId, id } = await sleeping();
  const other = { kind: "personal-reply", title: "Noor wrote again", personId } as const;

  must(await createTask(assistant, { ...other, title: "Find a card for Noor" }, new Date()));
  expect(await isAsleep(client, id)).toBe(true);

  const message = { text: "Yes, Thursday!", from: "Noor Haddad", receivedAt: null, service: null, url: null };
  must(await createTask(client, { ...other, message, isPrivate: true }, new Date()));
  expect(await isAsleep(client, id)).toBe(true);

  must(await createTask(assistant, { ...other, message }, new Date()));
  expect(await isAsleep(client, id)).toBe(false);
});

test("it comes back with a call, not with one of last month, nor with one that is Mira’s own", async () => {
  const { client, assistant, personId, id } = await sleeping();

  must(await logContact(assistant, personId, { ...call, at: daysFromNow(-30) }, new Date()));
  must(await logContact(client, personId, { ...call, isPrivate: true, at: new Date() }, new Date()));
  expect(await isAsleep(client, id)).toBe(true);

  must(await logContact(assistant, personId, { ...call, at: new Date() }, new Date()));
  expect(await isAsleep(client, id)).toBe(false);
});

test("it comes back after thirty days in any case: nobody puts a task away without an end", async () => {
  const { client, system, id } = await sleeping();

  must(await wakeDueTasks(system, daysFromNow(29)));
  expect(await isAsleep(client, id)).toBe(true);

  must(await wakeDueTasks(system, daysFromNow(31)));
  expect(await isAsleep(client, id)).toBe(false);
});

test("nobody puts a task away for longer than a year: that would be declining it without a word", async () => {
  const { assistant, client } = await cast();
  const at = new Date("2026-12-01T10:00:00Z");
  const { task } = must(await createTask(client, { kind: "other", title: "Write to Noor" }, at));
  const put = (until: string) => ({ id: task.id, version: 1, until: new Date(until), untilAnswer: false });
  const no = {
    refusal: { code: "invalid", fields: { until: expect.stringContaining("within a year") } },
  };
  for (const until of ["2199-01-01T00:00:00Z", "2027-12-02T10:00:01Z"])
    expect(await snoozeTask(assistant, put(until), at)).toMatchObject(no);
  must(await snoozeTask(assistant, put("2027-12-02T10:00:00Z"), at));
});
