import { describe, expect, test } from "vitest";
import { findMergePerson } from "@/lib/data/merges";
import { listCandidates } from "@/lib/data/people-matching";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type MatchFacts, PeopleIndex } from "@/lib/domain/person/match-person";
import { readDuplicates } from "@/lib/queries/read-duplicates";
import { readPerson } from "@/lib/queries/read-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { undoMerge } from "@/lib/use-cases/person/undo-merge";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { makePerson } from "@/prisma/seed/make/make-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
const birthday = { kind: "birthday", label: "", month: 11, day: 25, year: 1986 } as const;
const mail = (value: string) => [{ value, label: "" }];

async function whole(actor: Actor, id: string) {
  const read = await readAs(actor, async (tx) => ({
    person: await findMergePerson(tx, actor.workspace.id, id),
    dates: await tx.personDate.findMany({ where: { personId: id }, orderBy: { id: "asc" } }),
    tasks: await tx.task.findMany({
      where: { personId: id },
      orderBy: { id: "asc" },
      select: { id: true, title: true, tag: true, state: true, isPrivate: true, mergedIntoId: true },
    }),
  }));
  const { person, ...rest } = must(read);
  if (person === null) return null;
  const { version: _, ...facts } = person;
  return { facts, ...rest };
}

const first = (id: string) => ({ id, version: 1 });

async function twoAnas(actor: Actor) {
  const kept = await makePerson(
    actor,
    {
      name: "Ana Duarte",
      emails: mail("ana@duarte.example"),
      note: "Likes tea",
      dates: [{ ...birthday, year: null }],
    },
    at,
  );
  const merged = await makePerson(
    actor,
    {
      name: "Duarte, Ana",
      emails: mail("Ana+news@duarte.example"),
      howMet: "On a boat",
      note: "Plays the oboe",
      dates: [birthday],
    },
    at,
  );
  return { kept, merged };
}

describe("Two who are one", () => {
  test("Ana finds the pair, merges, and Mira undoes it: both are as they were", async () => {
    const { client, assistant } = await cast(at);
    const { kept, merged } = await twoAnas(assistant);
    const done = must(
      await createTask(assistant, { kind: "account-care", title: "Send the photos", personId: merged }, at),
    );
    must(await completeTask(assistant, { id: done.task.id, version: 1, note: "" }, at));
    must(await createTask(client, { kind: "other", title: "Call her", personId: merged }, at));
    const before = [await whole(client, kept), await whole(client, merged)];

    const { pairs } = must(await readDuplicates(assistant, null));
    expect(pairs).toMatchObject([{ how: "surely" }]);
    expect(pairs[0]?.reasons).toEqual([
      expect.stringMatching(/^same e-mail address /),
      "same birthday, 25 November 1986",
      expect.stringMatching(/^same name, written in two ways/),
    ]);
    const merge = must(
      await mergePeople(
        assistant,
        { kept: first(kept), merged: first(merged), choices: { note: "both" } },
        at,
      ),
    );
    const page = await readPerson(client, kept, at);
    expect(page).toMatchObject({
      note: "Likes tea\n\nPlays the oboe",
      howMet: "On a boat",
      nicknames: ["Duarte, Ana"],
    });
    expect(page?.dates).toMatchObject([{ month: 11, day: 25, year: 1986 }]);
    const happened = page?.story.entries.flatMap((entry) => (entry.kind === "gesture" ? [entry.title] : []));
    expect(happened).toEqual(["Send the photos"]);
    expect(page?.tasks.map((task) => task.title).sort()).toEqual(["Birthday · Ana Duarte", "Call her"]);
    expect(await readPerson(client, merged, at)).toBeNull();
    expect(must(await readDuplicates(assistant, null)).pairs).toEqual([]);

    expect(must(await undoMerge(client, merge.id, at)).left).toBe("");
    expect([await whole(client, kept), await whole(client, merged)]).toEqual(before);
  });

  test("what somebody changed meanwhile stays with the kept one, and the undo says so", async () => {
    const { client, assistant } = await cast(at);
    const { kept, merged } = await twoAnas(assistant);
    const merge = must(
      await mergePeople(assistant, { kept: first(kept), merged: first(merged), choices: {} }, at),
    );
    must(
      await editPerson(client, { id: kept, version: 2 }, { howMet: "On a ferry", jobTitle: "Oboist" }, at),
    );
    const undone = must(await undoMerge(assistant, merge.id, at));
    expect(undone.left).toBe("Changed since, and still with Ana Duarte: how you met.");
    expect((await whole(client, kept))?.facts).toMatchObject({
      howMet: "On a ferry",
      jobTitle: "Oboist",
      nicknames: [],
    });
    expect((await whole(client, merged))?.facts).toMatchObject({ howMet: "On a boat" });
    expect(await undoMerge(assistant, merge.id, at)).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    });
  });

  test("a chain of merges is taken back from its end", async () => {
    const { client } = await cast(at);
    const { kept: b, merged: a } = await twoAnas(client);
    const c = await makePerson(client, { name: "Ana M. Duarte", emails: mail("ana@work.example") }, at);
    const before = [await whole(client, a), await whole(client, b), await whole(client, c)];
    const one = must(await mergePeople(client, { kept: first(b), merged: first(a), choices: {} }, at));
    const two = must(
      await mergePeople(client, { kept: first(c), merged: { id: b, version: 2 }, choices: {} }, at),
    );
    expect((await readPerson(client, c, at))?.dates).toHaveLength(1);
    expect(await undoMerge(client, one.id, at)).toMatchObject({
      ok: false,
      refusal: { code: "merged-since", name: "Ana M. Duarte" },
    });
    must(await undoMerge(client, two.id, at));
    must(await undoMerge(client, one.id, at));
    expect([await whole(client, a), await whole(client, b), await whole(client, c)]).toEqual(before);
  });

  test("who changed meanwhile, and who is merged by two at once, is merged by the first alone", async () => {
    const { client, assistant } = await cast(at);
    const { kept, merged } = await twoAnas(client);
    const both = await Promise.all([
      mergePeople(client, { kept: first(kept), merged: first(merged), choices: {} }, at),
      mergePeople(assistant, { kept: first(merged), merged: first(kept), choices: {} }, at),
      mergePeople(assistant, { kept: first(kept), merged: first(merged), choices: {} }, at),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const noes = both.flatMap((one) => (one.ok ? [] : [one.refusal.code]));
    expect(noes.every((code) => code === "stale" || code === "not-found")).toBe(true);
  });
});

test("A card that made somebody who was merged since finds the one who stayed", async () => {
  const { client } = await cast(at);
  const kept = await makePerson(client, { name: "Ana Duarte" }, at);
  const merged = await makePerson(client, { name: "Quite Another" }, at);
  must(await mergePeople(client, { kept: first(kept), merged: first(merged), choices: {} }, at));
  const card = `urn:uuid:${merged}`;
  const found = must(
    await readAs(client, (tx) =>
      listCandidates(tx, client.workspace.id, { uids: [card], emails: [], sortNames: [] }),
    ),
  );
  expect(found).toMatchObject([{ id: kept, mergedUids: [card] }]);
  const index = new PeopleIndex<MatchFacts & { id: string }>();
  for (const one of found) index.add({ ...one, emails: [], phones: [], birthday: null });
  const match = index.find({ name: "Somebody", sourceUid: card, emails: [], phones: [], birthday: null });
  expect([match?.person.id, match?.reason]).toEqual([kept, "uid"]);
});

describe("Merging is no way around the fence", () => {
  test("somebody of the inner circle is merged away by Mira alone; their circle and their tags stay", async () => {
    const { client, assistant } = await cast(at);
    const { kept } = await twoAnas(client);
    const inner = await makePerson(
      client,
      { name: "Ana Duarte", circles: ["inner"], dates: [{ ...birthday, month: 12 }] },
      at,
    );
    const card = must(await createTask(assistant, { kind: "birthday", title: "A card", personId: kept }, at));
    expect(card.task.tag).toBe("delegable");
    expect(
      await mergePeople(assistant, { kept: first(kept), merged: first(inner), choices: {} }, at),
    ).toMatchObject({
      ok: false,
      refusal: { code: "only-client" },
    });
    const merge = must(
      await mergePeople(client, { kept: first(kept), merged: first(inner), choices: {} }, at),
    );
    expect((await whole(client, kept))?.facts).toMatchObject({ circles: ["inner", "wider"] });
    expect((await whole(client, kept))?.tasks.every((task) => task.tag === "must-be-you")).toBe(true);
    expect(await undoMerge(assistant, merge.id, at)).toMatchObject({
      ok: false,
      refusal: { code: "only-client" },
    });
    expect(must(await undoMerge(client, merge.id, at)).left).toContain("tightened stays as it is");
    expect((await whole(client, kept))?.facts).toMatchObject({ circles: ["wider"] });
    expect((await whole(client, kept))?.tasks.every((task) => task.tag === "must-be-you")).toBe(true);
  });

  test("who was private makes both private, and the undo opens the other again", async () => {
    const { client, assistant } = await cast(at);
    const { kept, merged } = await twoAnas(client);
    must(await setPersonPrivacy(client, { id: kept, version: 1 }, true));
    must(await createTask(client, { kind: "other", title: "Open before", personId: merged }, at));
    expect(must(await readDuplicates(assistant, null)).pairs).toEqual([]);
    expect(
      await mergePeople(
        assistant,
        { kept: { id: kept, version: 2 }, merged: first(merged), choices: {} },
        at,
      ),
    ).toMatchObject({ ok: false, refusal: { code: "not-found" } });
    const seen = await whole(assistant, merged);
    const merge = must(
      await mergePeople(client, { kept: { id: kept, version: 2 }, merged: first(merged), choices: {} }, at),
    );
    const looked = await readAs(assistant, async (tx) => [
      await tx.person.count(),
      await tx.task.count(),
      await tx.personMerge.count(),
      JSON.stringify(await tx.logEntry.findMany({ omit: { seq: true } })).includes("Duarte"),
    ]);
    expect(must(looked)).toEqual([0, 0, 0, false]);
    expect(await undoMerge(assistant, merge.id, at)).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    });
    must(await undoMerge(client, merge.id, at));
    expect(await whole(assistant, merged)).toEqual(seen);
    expect(await whole(assistant, kept)).toBeNull();
  });

  test("what Ana cannot see about the two follows her merge, and comes back with the undo", async () => {
    const { client, assistant } = await cast(at);
    const { kept, merged } = await twoAnas(client);
    must(
      await createTask(client, { kind: "other", title: "A surprise", personId: merged, isPrivate: true }, at),
    );
    const before = await whole(client, merged);
    const merge = must(
      await mergePeople(assistant, { kept: first(kept), merged: first(merged), choices: {} }, at),
    );
    expect((await readPerson(client, kept, at))?.tasks.map((task) => task.title)).toContain("A surprise");
    must(await undoMerge(assistant, merge.id, at));
    expect(await whole(client, merged)).toEqual(before);
  });
});
