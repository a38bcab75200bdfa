import { beforeAll, expect, test } from "vitest";
import { insertPerson } from "@/lib/data/people";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { previewQuickAdd } from "@/lib/use-cases/task/preview-quick-add";
import { quickAdd } from "@/lib/use-cases/task/quick-add";
import { must } from "@/prisma/seed/make/must";
import { type Cast, cast } from "../../support/cast";
import { quickest } from "../../support/quickest";

const at = new Date("2026-11-22T10:30:00Z");
let people: Cast;
beforeAll(async () => {
  people = await cast();
  await know(people.client, "Noor Haddad", { circle: "inner" });
  await know(people.client, "Elin Sørensen");
  await know(people.client, "Joon Park", { nicknames: ["Junie"] });
  await know(people.client, "Joon Lee");
  await know(people.client, "Nobody Else", { isPrivate: true });
});

async function know(actor: Actor, name: string, more: object = {}): Promise<void> {
  const person = { id: crypto.randomUUID(), name, ...more };
  must(
    await writeAs(actor, "add-person", { kind: "person", id: null }, async (tx) =>
      granted(await insertPerson(tx, actor.workspace.id, person)),
    ),
  );
}

const preview = async (line: string, actor = people.assistant) =>
  must(await previewQuickAdd(actor, line, at));
const add = (line: string, actor = people.assistant) => quickAdd(actor, line, at);
const look = async <T>(find: Parameters<typeof readAs<T>>[1]) => must(await readAs(people.client, find));

test("Ana sees what a line would make before anything is made", async () => {
  const seen = await preview("birthday Tomas Lind 3 May 1980 lead 7 !1");

  expect(seen).toMatchObject({
    kind: "birthday",
    title: "Birthday · Tomas Lind turns 47",
    personName: "Tomas Lind",
    personId: null,
    isNewPerson: true,
    date: "1980-05-03",
    dueAt: "2027-05-02T22:00:00.000Z",
    dueAllDay: true,
    leadDays: 7,
    priority: 1,
    tag: "delegable",
    rule: "mechanics",
    problems: [],
  });
  expect(seen.chips.map((chip) => chip.value)).toEqual([
    "birthday",
    "Tomas Lind (new)",
    "3 May 1980, every year",
    "7 days",
    "1",
  ]);
  expect(await look((tx) => tx.person.count({ where: { name: "Tomas Lind" } }))).toBe(0);
});

test("A birthday line makes the person, their day and the task, once, and under the key of the yearly job", async () => {
  const made = must(await add("birthday Ida Lind 15 December, card, lead 10"));

  const [person] = await look((tx) =>
    tx.person.findMany({ where: { name: "Ida Lind" }, include: { dates: true } }),
  );
  const task = await look((tx) => tx.task.findFirstOrThrow({ where: { id: made.task.id } }));
  expect(person?.dates).toMatchObject([{ kind: "birthday", month: 12, day: 15, year: null, leadDays: 10 }]);
  expect(task).toMatchObject({
    personId: person?.id,
    note: "card",
    sourceKey: `day:${person?.dates[0]?.id}:2026`,
  });
  expect(task.fields).toEqual({ date: "--12-15", leadDays: 10 });
});

test("The same birthday typed twice is refused in a sentence, and makes no second person", async () => {
  must(await add("birthday Bo Lind 20 December"));

  expect(await add("birthday bo lind 20 Dec")).toEqual({
    ok: false,
    refusal: { code: "invalid", fields: { line: "This task stands in the queue already." } },
  });
  expect(await look((tx) => tx.person.count({ where: { name: "Bo Lind" } }))).toBe(1);
});

test("A birthday typed while Mira has the page of its person open is not lost when she saves what she had", async () => {
  const { id } = must(await addPerson(people.client, { name: "Iris Lind" }, at));
  must(await add("birthday Iris Lind 20 December"));

  expect(await editPerson(people.client, { id, version: 1 }, { note: "Sails", dates: [] }, at)).toMatchObject(
    { refusal: { code: "stale", version: 2 } },
  );
  expect(await look((tx) => tx.personDate.count({ where: { personId: id, removedAt: null } }))).toBe(1);
});

test("Another day than the one that is written down is questioned, not added beside it", async () => {
  must(await add("birthday Uma Lind 20 December"));

  expect((await preview("birthday Uma Lind 21 December")).problems).toEqual([
    "Uma Lind’s birthday is written down as 20 December. Change it on their page if that is wrong.",
  ]);
});

test("Somebody of the inner circle is found without accents and capitals, and their birthday is Mira's", async () => {
  expect(await preview("birthday noor haddad 28 Nov")).toMatchObject({
    personName: "Noor Haddad",
    isNewPerson: false,
    tag: "must-be-you",
    rule: "inner-birthday",
  });
  expect(await preview("reply sorensen")).toMatchObject({
    personName: "Elin Sørensen",
    title: "Reply to Elin Sørensen",
  });
  expect(await preview("reply Junie")).toMatchObject({ personName: "Joon Park" });
});

test("When two people may be meant, nobody is guessed at", async () => {
  const problem = "Several people are called Joon (Joon Lee, Joon Park); type more of the name.";

  expect(await preview("reply Joon tomorrow")).toMatchObject({
    personId: null,
    isNewPerson: false,
    problems: [problem],
  });
  expect(await add("reply Joon tomorrow")).toMatchObject({
    ok: false,
    refusal: { fields: { line: problem } },
  });
  expect(await preview("reply Joon Park tomorrow")).toMatchObject({ personName: "Joon Park", problems: [] });
});

test("Ana is not told of somebody private; Mira finds them", async () => {
  expect(await preview("reply Nobody Else")).toMatchObject({ personId: null, isNewPerson: true });
  expect(await preview("reply Nobody Else", people.client)).toMatchObject({ isNewPerson: false });
});

test("Ana cannot loosen by typing; Mira can", async () => {
  const line = "call Elin Sørensen tomorrow #delegable";

  expect((await preview(line)).problems).toEqual(["Only Mira Holt can make this delegable."]);
  expect(await add(line)).toMatchObject({ ok: false, refusal: { code: "only-client-loosens" } });
  expect(must(await add(line, people.client)).task).toMatchObject({
    tag: "delegable",
    tagReason: { by: "hand" },
  });
});

test("Ana tightens by typing", async () => {
  expect(must(await add("invite Makers’ Supper Fri 11 Dec 19:00 #me")).task).toMatchObject({
    kind: "event-invite",
    title: "Invitation · Makers’ Supper",
    tag: "must-be-you",
    dueAt: "2026-12-11T18:00:00.000Z",
  });
});

test("A repeating line says how, and keeping in touch counts from the last time", async () => {
  const made = must(await add("call Aunt Beth every 6 weeks"));

  const task = await look((tx) => tx.task.findFirstOrThrow({ where: { id: made.task.id } }));
  expect(made.task).toMatchObject({ title: "Call Aunt Beth", repeats: true });
  expect(task).toMatchObject({
    repeat: { rule: "FREQ=WEEKLY;INTERVAL=6", from: "completion" },
    fields: { everyDays: 42 },
  });
});

test("A follow request keeps who and where", async () => {
  const made = must(await add("follow @harbour.light on LinkedIn"));

  const task = await look((tx) => tx.task.findFirstOrThrow({ where: { id: made.task.id } }));
  expect(made.task.title).toBe("Follow request · @harbour.light");
  expect(task.fields).toEqual({ handle: "@harbour.light", service: "LinkedIn" });
});

test("29 February is kept on the day that the desk has chosen", async () => {
  expect(await preview("birthday Leap Lind 29 Feb")).toMatchObject({
    date: "--02-29",
    dueAt: "2027-02-27T23:00:00.000Z",
  });
});

test.each([
  ["", "Say in a few words what is to be done."],
  ["birthday 3 May", "Say whose day it is: “birthday Ana 3 May”."],
  ["reply", "Say who it is about."],
  ["birthday Zoë 31 February", "There is no 31 February."],
  ["Great news !7", "Priority is !1, !2 or !3."],
])("“%s” is answered with: %s", async (line, problem) => {
  expect((await preview(line)).problems).toContain(problem);
  expect(await add(line)).toMatchObject({
    ok: false,
    refusal: { code: "invalid", fields: { line: problem } },
  });
});

test("A line of ten thousand letters is answered in a sentence, at once", async () => {
  const line = `birthday ${"May 3 ".repeat(1700)}`;
  expect(await quickest(500, () => preview(line))).toBeLessThan(500);
  const seen = await preview(line);
  expect(seen.problems[0]).toBe("Use at most 500 characters here; longer words have room in the note.");
  expect(await add(line)).toMatchObject({ ok: false, refusal: { code: "invalid" } });
});

test("Signs that no database keeps are kept away or written as they are", async () => {
  const made = must(await add("reply to Zo\ud800é\u0007 Lind about 100% \u202edone"));

  expect(made.task.title).toBe("Reply to Zo\ufffdé Lind about 100% \u202edone");
});
