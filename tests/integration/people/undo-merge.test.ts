import { describe, expect, test } from "vitest";
import { listOpenPromises } from "@/lib/data/promises";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readPerson } from "@/lib/queries/read-person";
import { readPicture } from "@/lib/queries/read-picture";
import { addFact } from "@/lib/use-cases/person/add-fact";
import { addRelation } from "@/lib/use-cases/person/add-relation";
import { checkField } from "@/lib/use-cases/person/check-field";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { keepPicture } from "@/lib/use-cases/person/keep-picture";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { undoMerge } from "@/lib/use-cases/person/undo-merge";
import { addPromise } from "@/lib/use-cases/promise/add-promise";
import { createTask } from "@/lib/use-cases/task/create-task";
import { makePerson } from "@/prisma/seed/make/make-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
const ONE_DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const ANOTHER_DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAE=";
const mail = (value: string) => [{ value, label: "" }];
const first = (id: string) => ({ id, version: 1 });
const day = (of: number, year: number | null = null) =>
  ({ kind: "birthday", label: "", month: 11, day: of, year }) as const;

/** Ana's open Noor, and the same one written down by Mira in private; Mira makes them one. */
async function mergedInPrivate({ client, assistant }: { client: Actor; assistant: Actor }) {
  const kept = await makePerson(assistant, { name: "Noor Haddad", emails: mail("noor@home.example") }, at);
  must(await createTask(assistant, { kind: "other", title: "Send the photos", personId: kept }, at));
  const secret = { name: "N. Haddad", emails: mail("p@clinic.example"), isPrivate: true };
  const merged = await makePerson(client, secret, at);
  const merge = must(
    await mergePeople(client, { kept: first(kept), merged: first(merged), choices: {} }, at),
  );
  return { kept, merged, merge };
}

async function seenBy(actor: Actor, id: string): Promise<{ sources: string[]; tasks: string[] } | null> {
  const page = await readPerson(actor, id, at);
  return page && { sources: Object.keys(page.sources).sort(), tasks: page.tasks.map((task) => task.title) };
}

/** Whatever the database lets somebody read of where things come from. */
async function sourcesOf(actor: Actor): Promise<string> {
  return JSON.stringify(must(await readAs(actor, (tx) => tx.factSource.findMany())));
}

describe("What a merge with somebody private leaves", () => {
  test("Mira takes it back at once: Ana has Noor again, and hears of no address of the other one's", async () => {
    const people = await cast(at);
    const { kept, merge } = await mergedInPrivate(people);
    expect(await seenBy(people.assistant, kept)).toBeNull();
    expect(must(await undoMerge(people.client, merge.id, at)).left).toBe("");
    expect(await seenBy(people.assistant, kept)).toEqual({
      sources: ["emails:noor@home.example", "name"],
      tasks: ["Send the photos"],
    });
    expect(await sourcesOf(people.assistant)).not.toContain("clinic");
  });

  test("a number that Mira takes away before she opens somebody again is nowhere to be read", async () => {
    const { client, assistant } = await cast(at);
    const id = await makePerson(assistant, { name: "Noor Haddad", dates: [day(2)] }, at);
    must(await setPersonPrivacy(client, first(id), true));
    must(await editPerson(client, { id, version: 2 }, { phones: mail("+49 30 555"), dates: [] }, at));
    must(await editPerson(client, { id, version: 3 }, { phones: [] }, at));
    must(await setPersonPrivacy(client, { id, version: 4 }, false));
    expect((await seenBy(assistant, id))?.sources).toEqual(["name"]);
    expect(await sourcesOf(assistant)).not.toContain("+49");
  });

  test.each([
    ["a note", (client: Actor, id: string) => editPerson(client, { id, version: 2 }, { note: "Clinic" }, at)],
    ["a fact", (client: Actor, id: string) => addFact(client, id, { kind: "topic", value: "The clinic" })],
  ])("with %s written since, Noor and her tasks stay private, and Mira is told", async (_, write) => {
    const people = await cast(at);
    const { kept, merge } = await mergedInPrivate(people);
    must<unknown>(await write(people.client, kept));
    const { left } = must(await undoMerge(people.client, merge.id, at));
    expect(left).toContain("Noor Haddad stays private; open them yourself.");
    expect(await seenBy(people.assistant, kept)).toBeNull();
    const tasks = must(await readAs(people.assistant, (tx) => tx.task.count()));
    expect(tasks).toBe(0);
  });
});

describe("What is private when two open people are merged", () => {
  test("goes along with Mira's merge and comes back with Ana's undo, who is told of none of it", async () => {
    const { client, assistant } = await cast(at);
    const kept = await makePerson(client, { name: "Noor Haddad" }, at);
    const merged = await makePerson(client, { name: "N. Haddad" }, at);
    const hidden = await makePerson(client, { name: "Dr Weiss", isPrivate: true }, at);
    const task = { kind: "other", title: "A surprise", personId: merged, isPrivate: true } as const;
    const made = must(await createTask(client, task, at));
    must(await addFact(client, merged, { kind: "gift", value: "A boat", isPrivate: true }));
    must(await addRelation(client, merged, { kind: "friend", otherId: hidden, otherName: "", note: "" }));
    const promise = { text: "A boat", whose: "client", dueOn: null, isPrivate: false } as const;
    must(await addPromise(client, merged, { ...promise, taskId: made.task.id }));
    const all = async (id: string) => {
      const page = await readPerson(client, id, at);
      const promises = must(await readAs(client, (tx) => listOpenPromises(tx, client.workspace.id, [id])));
      return [page?.facts.length, page?.relations.length, page?.tasks.length, promises.length];
    };

    const merge = must(
      await mergePeople(client, { kept: first(kept), merged: first(merged), choices: {} }, at),
    );
    expect(await all(kept)).toEqual([1, 1, 1, 1]);
    expect(must(await undoMerge(assistant, merge.id, at)).left).toBe("");
    expect(await all(merged)).toEqual([1, 1, 1, 1]);
    expect(await all(kept)).toEqual([0, 0, 0, 0]);
  });
});

describe("What somebody put there since a merge", () => {
  test("stays with the kept one: another picture, another year", async () => {
    const { client, assistant } = await cast(at);
    const kept = await makePerson(client, { name: "Noor Haddad", dates: [day(2)] }, at);
    const merged = await makePerson(client, { name: "N. Haddad", dates: [day(2, 1986)] }, at);
    must(await keepPicture(client, merged, { base64: ONE_DOT, version: null }));
    const merge = must(
      await mergePeople(client, { kept: first(kept), merged: first(merged), choices: {} }, at),
    );
    must(await keepPicture(assistant, kept, { base64: ANOTHER_DOT, version: 1 }));
    const dates = (await readPerson(client, kept, at))?.dates.map(({ id }) => ({ id, ...day(2, 1987) }));
    must(await editPerson(client, { id: kept, version: 2 }, { dates }, at));

    const { left } = must(await undoMerge(client, merge.id, at));
    expect(left).toBe(
      "Changed since, and still with Noor Haddad: picture and one thing that was changed since.",
    );
    expect((await readPerson(client, kept, at))?.dates).toMatchObject([{ year: 1987 }]);
    const now = await readPicture(client, kept);
    expect(Buffer.from(now?.bytes ?? []).toString("base64")).toBe(ANOTHER_DOT);
    expect(await readPicture(client, merged)).toMatchObject({ mediaType: "image/gif" });
  });

  test("is seen by who had the page open: a merge that changes nothing raises the version too", async () => {
    const { client, assistant } = await cast(at);
    const kept = await makePerson(client, { name: "Noor Haddad", nicknames: ["N. Haddad"] }, at);
    const merged = await makePerson(client, { name: "N. Haddad" }, at);
    must(await mergePeople(client, { kept: first(kept), merged: first(merged), choices: {} }, at));
    expect(await editPerson(assistant, first(kept), { note: "Tea" }, at)).toMatchObject({
      ok: false,
      refusal: { code: "stale", version: 2 },
    });
  });
});

test("Whoever said it first is named after the merge, and again after its undo", async () => {
  const { client, assistant } = await cast(at);
  const kept = await makePerson(assistant, { name: "Noor Haddad", note: "Likes tea" }, at);
  must(await checkField(client, first(kept), { field: "note", isRight: true }, at));
  const merged = await makePerson(assistant, { name: "N. Haddad", note: "Plays the oboe" }, at);
  must(await editPerson(client, first(merged), { howMet: "On a boat" }, at));
  const sources = async () => (await readPerson(client, kept, at))?.sources;
  const before = await sources();

  const choices = { note: "merged" } as const;
  const merge = must(
    await mergePeople(client, { kept: first(kept), merged: { id: merged, version: 2 }, choices }, at),
  );
  expect(await sources()).toMatchObject({
    note: { by: "Ana Duarte", how: "hand", checkedBy: null },
    howMet: { by: "Mira Holt", how: "hand" },
  });
  must(await undoMerge(client, merge.id, at));
  expect(await sources()).toEqual(before);
  expect(before?.note).toMatchObject({ by: "Ana Duarte", checkedBy: "Mira Holt" });
});

test("The greeting on a birthday that a merge drops goes with it, and is there again after the undo", async () => {
  const { client } = await cast(at);
  const kept = await makePerson(client, { name: "Noor Haddad", dates: [day(25)] }, at);
  const merged = await makePerson(client, { name: "N. Haddad", dates: [day(27)] }, at);
  const tasks = async (id: string) => (await readPerson(client, id, at))?.tasks.map((task) => task.title);
  expect(await tasks(merged)).toEqual(["Birthday · N. Haddad"]);
  const merge = must(
    await mergePeople(client, { kept: first(kept), merged: first(merged), choices: {} }, at),
  );
  expect(await tasks(kept)).toEqual(["Birthday · Noor Haddad"]);
  must(await undoMerge(client, merge.id, at));
  expect([await tasks(kept), await tasks(merged)]).toEqual([
    ["Birthday · Noor Haddad"],
    ["Birthday · N. Haddad"],
  ]);
});
