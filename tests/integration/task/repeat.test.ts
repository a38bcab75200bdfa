import { afterAll, beforeAll, expect, test } from "vitest";
import { callerWithToken } from "@/lib/auth/caller";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt, wallAt } from "@/lib/domain/calendar/zone-day";
import type { TaskRow } from "@/lib/domain/task/view";
import { makeTokenSchema } from "@/lib/schemas/access";
import { makeToken } from "@/lib/use-cases/access/make-token";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { must } from "@/prisma/seed/make/must";
import { type Cast, cast } from "../../support/cast";

const at = new Date("2026-11-20T18:00:00Z");
const weekly = { rule: "FREQ=WEEKLY", from: "calendar" as const };
const dueAt = new Date("2026-11-19T09:00:00Z");
let people: Cast;
beforeAll(async () => {
  people = await cast();
});

afterAll(closeAuthDatabase);

/** Everything that stands under this title, the newest last. */
async function standing(actor: Actor, title: string) {
  const found = await readAs(actor, (tx) =>
    tx.task.findMany({ where: { title, state: { not: "withdrawn" } }, orderBy: { createdAt: "asc" } }),
  );
  return must(found);
}

const complete = async (actor: Actor, task: TaskRow) =>
  must(await completeTask(actor, { ...task, note: "" }, at)).task;

test("When Ana has done a weekly task, next week's stands in the inbox with everything it needs", async () => {
  const task = await makeTask(people.assistant, {
    kind: "account-care",
    title: "Prune the company page",
    repeat: weekly,
    dueAt,
    priority: 2,
    fields: { checklist: [{ text: "links", done: true }] },
  });

  await complete(people.assistant, task);

  const [, next] = await standing(people.client, task.title);
  expect(next).toMatchObject({
    state: "inbox",
    tag: "delegable",
    tagBy: "rule",
    priority: 2,
    repeat: weekly,
  });
  expect(next?.dueAt?.toISOString()).toBe("2026-11-26T09:00:00.000Z");
  expect(next?.fields).toEqual({ checklist: [{ text: "links", done: false }] });
});

test("Declining a repeating task leaves its next behind as well", async () => {
  const task = await makeTask(people.assistant, {
    title: "Follow-up that is declined",
    repeat: weekly,
    dueAt,
  });

  must(await declineTask(people.assistant, { ...task, note: "not this year" }, at));

  expect(await standing(people.client, task.title)).toHaveLength(2);
});

test("A post at half past two in the night is at half past two again after the night that skips it", async () => {
  const early = new Date("2027-03-27T01:30:00Z");
  const { title } = await makeTask(people.assistant, {
    kind: "account-care",
    title: "Half past two",
    repeat: { rule: "FREQ=DAILY", from: "calendar" },
    dueAt: early,
    fields: { publishAt: early.toISOString() },
  });
  const times: unknown[] = [];
  for (let night = 0; night < 3; night += 1) {
    const last = (await standing(people.client, title)).at(-1);
    const { id, version, dueAt: due, fields } = last as NonNullable<typeof last>;
    times.push([due?.toISOString(), (fields as { publishAt: string }).publishAt]);
    must(await completeTask(people.assistant, { id, version, note: "", words: "" }, due as Date));
  }

  expect(people.desk.zone).toBe("Europe/Berlin");
  expect(times).toEqual(
    ["2027-03-27T01:30:00.000Z", "2027-03-28T01:30:00.000Z", "2027-03-29T00:30:00.000Z"].map((at) => [
      at,
      at,
    ]),
  );
});

test("Aunt Beth is called every six weeks, also after Ana found a second task that says so", async () => {
  const sixWeekly = { rule: "FREQ=WEEKLY;INTERVAL=6", from: "completion" as const };
  const about = { kind: "account-care", title: "See to Beth’s page", dueAt } as const;
  const often = await makeTask(people.assistant, { ...about, repeat: sixWeekly });
  const once = await makeTask(people.assistant, about);

  expect(await mergeTask(people.assistant, { id: often.id, version: 1, into: once.id })).toMatchObject({
    refusal: { code: "cannot-merge", why: "repeats" },
  });
  const folded = must(await mergeTask(people.assistant, { id: once.id, version: 1, into: often.id })).task;
  expect(folded.mergedIntoId).toBe(often.id);
  await complete(people.assistant, often);

  const [next] = (await standing(people.client, about.title))
    .filter(({ state }) => state === "inbox")
    .slice(-1);
  expect(next).toMatchObject({ repeat: sixWeekly, mergedIntoId: null });
  expect(next?.dueAt?.toISOString()).toBe("2027-01-01T09:00:00.000Z");
});

test("What Mira loosened once is hers again the next time", async () => {
  const made = await makeTask(people.client, {
    kind: "keep-in-touch",
    title: "Call Aunt Beth",
    repeat: weekly,
    dueAt,
  });
  const loosened = must(await retagTask(people.client, { ...made, tag: "delegable" })).task;

  await complete(people.assistant, loosened);

  const [, next] = await standing(people.client, made.title);
  expect(next).toMatchObject({ tag: "must-be-you", tagBy: "rule", tagRule: "keep-in-touch" });
});

test("What was Mira’s before, and came again as hers, is hers the next time, too", async () => {
  const again = {
    kind: "account-care",
    title: "Count the lamps",
    repeat: weekly,
    dueAt,
    wasStrict: true,
  } as const;
  await complete(people.client, await makeTask(people.assistant, again));

  const [, next] = await standing(people.client, again.title);
  expect(next).toMatchObject({ tag: "must-be-you", tagRule: "as-before" });
});

test("What Ana tightened by hand stays tight the next time", async () => {
  const made = await makeTask(people.assistant, { title: "Card for the neighbours", repeat: weekly, dueAt });
  const tightened = must(await retagTask(people.assistant, { ...made, tag: "must-be-you" })).task;

  await complete(people.client, tightened);

  const [, next] = await standing(people.client, made.title);
  expect(next).toMatchObject({ tag: "must-be-you", tagBy: "hand" });
});

test("Mira's private repeating task comes back private", async () => {
  const made = await makeTask(people.client, {
    title: "Something of Mira's own",
    repeat: weekly,
    dueAt,
    isPrivate: true,
  });

  await complete(people.client, made);

  expect((await standing(people.client, made.title)).map((task) => task.isPrivate)).toEqual([true, true]);
  expect(await standing(people.assistant, made.title)).toEqual([]);
});

test("It does as well when a program of hers completes it", async () => {
  const made = await makeTask(people.client, {
    title: "Something that her program does",
    repeat: weekly,
    dueAt,
    isPrivate: true,
  });
  const scopes = ["tasks:read", "tasks:write"];
  const { token } = must(
    await makeToken(people.client, makeTokenSchema.parse({ name: "A program", scopes })),
  );
  const program = must(await callerWithToken(token, people.client.workspace.slug, "198.51.100.1"));

  await complete(program.actor, made);

  const left = await standing(people.client, made.title);
  expect(left.map(({ state, isPrivate }) => [state, isPrivate])).toEqual([
    ["done", true],
    ["inbox", true],
  ]);
});

test("What a repeating task is about moves with it, day by day: a party at seven is at seven again, in winter as in summer", async () => {
  const task = await makeTask(people.client, {
    kind: "event-invite",
    title: "Supper at the Haddads",
    repeat: { rule: "FREQ=MONTHLY", from: "calendar" },
    dueAt: new Date("2026-03-01T09:00:00Z"),
    fields: { startsAt: "2026-03-10T19:00:00.000Z", endsAt: "2026-03-10T21:30:00.000Z" },
  });

  await completeTask(people.client, { ...task, note: "" }, new Date("2026-03-01T10:00:00Z")).then(must);

  const [, next] = await standing(people.client, task.title);
  const zone = people.client.workspace.zone;
  const wall = (instant = "") => wallAt(Date.parse(instant), zone).slice(11, 16);
  const { startsAt = "", endsAt = "" } = (next?.fields ?? {}) as { startsAt?: string; endsAt?: string };
  expect(wallAt(next?.dueAt?.getTime() ?? 0, zone).slice(0, 10)).toBe("2026-04-01");
  expect(dayAt(Date.parse(startsAt), zone)).toBe("2026-04-10");
  expect([wall(startsAt), wall(endsAt)]).toEqual([wall("2026-03-10T19:00Z"), wall("2026-03-10T21:30Z")]);
});

test("Completing, undoing and completing again leaves one next task, not two", async () => {
  const task = await makeTask(people.assistant, { title: "Undone once", repeat: weekly, dueAt });

  const done = await complete(people.assistant, task);
  const open = must(await undoTask(people.assistant, done)) as { task: TaskRow };
  const whileOpen = await standing(people.client, task.title);
  await complete(people.assistant, open.task);

  expect(whileOpen.map((one) => one.id)).toEqual([task.id]);
  expect((await standing(people.client, task.title)).map((one) => one.state)).toEqual(["done", "inbox"]);
});

test("A next task that somebody has worked on stays when the completion is undone, and stays the only one", async () => {
  const task = await makeTask(people.assistant, { title: "Undone late", repeat: weekly, dueAt });
  const done = await complete(people.assistant, task);
  const [, next] = await standing(people.client, task.title);
  must(await editTask(people.assistant, { id: next?.id ?? "", version: 1, note: "already prepared" }));

  const open = must(await undoTask(people.assistant, done)) as { task: TaskRow };
  await complete(people.assistant, open.task);

  expect((await standing(people.client, task.title)).map((one) => one.note)).toEqual([
    "",
    "already prepared",
  ]);
});

test("A next task that words were begun for, or into which another was folded, stays as well when the completion is undone", async () => {
  const letter = { kind: "personal-reply", repeat: weekly, dueAt } as const;
  const [written, folded] = [
    await makeTask(people.client, { ...letter, title: "The letter home" }),
    await makeTask(people.client, { ...letter, title: "The letter to Beth" }),
  ];
  const done = [await complete(people.client, written), await complete(people.client, folded)];
  const [nextWritten, nextFolded] = [
    (await standing(people.client, written.title))[1]?.id ?? "",
    (await standing(people.client, folded.title))[1]?.id ?? "",
  ];
  must(await startDraft(people.assistant, { taskId: nextWritten, text: "Dear all,", phrases: [] }));
  const twin = await makeTask(people.client, { kind: "personal-reply", title: "Beth asks again" });
  must(await mergeTask(people.client, { id: twin.id, version: 1, into: nextFolded }));

  for (const task of done) must(await undoTask(people.client, task));

  expect((await standing(people.client, written.title)).map(({ id }) => id)).toEqual([
    written.id,
    nextWritten,
  ]);
  expect((await standing(people.client, folded.title)).map(({ id }) => id)).toEqual([folded.id, nextFolded]);
});
