import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { readWhisperCard } from "@/lib/queries/read-whisper-card";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date(Date.now() + 60_000);
const noorNow = {
  name: "Noor Haddad",
  organization: "Haddad Studio",
  howMet: "At the radio in Lyon.",
  careful: "Her father is ill; ask, but gently.",
  zone: "Europe/Paris",
  dates: [{ kind: "birthday", label: "", month: 12, day: 3, year: null }],
} as Parameters<typeof addPerson>[1];

type Written = {
  facts?: { kind: string; value: string; isPrivate?: boolean }[];
  promises?: { whose: string; text: string; isPrivate?: boolean; keptAt?: Date }[];
  contacts?: { how: string; at: Date; note: string; isPrivate?: boolean }[];
  relations?: { otherId?: string; otherName?: string; kind: string; isPrivate?: boolean }[];
  person?: { isDead?: boolean; diedOn?: Date; saidAs?: string };
};

/** Writes down what is known about somebody, past the screens that other tests are about. */
async function know(actor: Actor, personId: string, known: Written): Promise<void> {
  const workspaceId = actor.workspace.id;
  const base = () => ({ workspaceId, id: randomUUID(), personId });
  must(
    await writeAs(actor, "note-facts", { kind: "person", id: personId }, async (tx) => {
      for (const fact of known.facts ?? [])
        await tx.personFact.createMany({ data: [{ ...base(), ...fact }] });
      for (const one of known.promises ?? [])
        await tx.promiseMade.createMany({ data: [{ ...base(), ...one }] });
      for (const one of known.contacts ?? []) await tx.contact.createMany({ data: [{ ...base(), ...one }] });
      for (const one of known.relations ?? [])
        await tx.personRelation.createMany({ data: [{ ...base(), ...one }] });
      if (known.person)
        await tx.person.updateMany({ where: { workspaceId, id: personId }, data: known.person });
      return granted(null);
    }),
  );
}

describe("A whisper card", () => {
  test("says who Noor is, what was last said and promised, who is around her, and what to avoid", async () => {
    const { client, assistant } = await cast(at);
    const { id } = must(await addPerson(client, noorNow, at));
    await know(client, id, {
      person: { saidAs: "noor ha-DAAD" },
      facts: [
        { kind: "topic", value: "The new studio" },
        { kind: "like", value: "Dark chocolate" },
        { kind: "avoid", value: "Her old orchestra" },
      ],
      promises: [
        { whose: "client", text: "Send the photographs from Lyon" },
        { whose: "person", text: "The recipe", keptAt: at },
      ],
      relations: [{ otherName: "Karim", kind: "partner" }],
      contacts: [
        { how: "call", at: new Date("2026-03-01T10:00:00Z"), note: "An hour about the studio." },
        { how: "letter", at: new Date("2025-01-01T10:00:00Z"), note: "" },
      ],
    });
    const task = must(
      await createTask(client, { kind: "birthday", title: "Greet Noor", personId: id }, at),
    ).task;
    must(await completeTask(client, { ...task, note: "By post.", words: "Forty suits you." }, at));
    must(await createTask(client, { kind: "personal-reply", title: "Answer Noor", personId: id }, at));

    const card = await readWhisperCard(assistant, id, at);
    expect(card).toMatchObject({
      name: "Noor Haddad",
      saidAs: "noor ha-DAAD",
      circles: ["Wider circle"],
      organization: "Haddad Studio",
      howMet: "At the radio in Lyon.",
      since: "2025-01-01T10:00:00.000Z",
      zone: "Europe/Paris",
      died: null,
      topics: ["The new studio"],
      likes: ["Dark chocolate"],
      avoid: ["Her father is ill; ask, but gently.", "Her old orchestra"],
      promises: [{ whose: "client", text: "Send the photographs from Lyon", dueOn: null }],
      relations: [{ label: "Partner", name: "Karim" }],
      days: [{ kind: "birthday", next: expect.stringMatching(/-12-03$/), age: null }],
    });
    expect(card?.contacts.map(({ what, by, note, words }) => [what, by, note, words])).toEqual([
      ["Greeting", "Mira Holt", "By post.", "Forty suits you."],
      ["Call", "Mira Holt", "An hour about the studio.", ""],
      ["Letter", "Mira Holt", "", ""],
    ]);
    expect(card?.tasks.map(({ title }) => title)).toContain("Answer Noor");
  });

  test("of Ana's has nothing private in it, not the count of it either", async () => {
    const { client, assistant, agent, stranger } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor Haddad" }, at));
    const { id: hidden } = must(await addPerson(client, { name: "Xylophone Secret", isPrivate: true }, at));
    await know(client, id, {
      facts: ["topic", "like", "avoid"].map((kind) => ({
        kind,
        value: `xylophone ${kind}`,
        isPrivate: true,
      })),
      promises: [{ whose: "client", text: "xylophone promise", isPrivate: true }],
      contacts: [{ how: "call", at, note: "xylophone call", isPrivate: true }],
      relations: [
        { otherName: "xylophone friend", kind: "friend", isPrivate: true },
        { otherId: hidden, kind: "sibling" },
      ],
    });
    const task = { kind: "birthday", title: "xylophone task", personId: id, isPrivate: true } as const;
    const { task: closed } = must(await createTask(client, task, at));
    must(await completeTask(client, { ...closed, note: "", words: "xylophone words" }, at));
    must(await createTask(client, task, at));

    const mine = await readWhisperCard(client, id, at);
    expect(
      JSON.stringify(mine)
        .toLowerCase()
        .match(/xylophone/g),
    ).toHaveLength(9);
    for (const helper of [assistant, agent]) {
      const card = await readWhisperCard(helper, id, at);
      const nothing = {
        contacts: [],
        promises: [],
        relations: [],
        topics: [],
        likes: [],
        avoid: [],
        tasks: [],
      };
      expect(card).toMatchObject({ ...nothing, since: null });
      expect(JSON.stringify(card).toLowerCase()).not.toContain("xylophone");
      expect(await readWhisperCard(helper, hidden, at)).toBeNull();
    }
    expect(await readWhisperCard(stranger, id, at)).toBeNull();
  });

  test("of a mother says who her child is, though it was written down about the child", async () => {
    const { client } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Leni Haddad" }, at));
    const { id: mother } = must(await addPerson(client, { name: "Noor Haddad" }, at));
    await know(client, id, { relations: [{ otherId: mother, kind: "parent" }] });
    const relations = [{ label: "Child", name: "Leni Haddad", note: "" }];
    expect(await readWhisperCard(client, mother, at)).toMatchObject({ relations });
  });

  test("of somebody who has died says so, and no birthday any more", async () => {
    const { client } = await cast(at);
    const { id } = must(await addPerson(client, noorNow, at));
    await know(client, id, { person: { isDead: true, diedOn: new Date("2026-06-02") } });
    expect(await readWhisperCard(client, id, at)).toMatchObject({ died: { on: "2026-06-02" }, days: [] });
  });

  test("stays one page, whatever was written down", async () => {
    const { client } = await cast(at);
    const { id } = must(await addPerson(client, { ...noorNow, careful: "Careful. ".repeat(500) }, at));
    await know(client, id, {
      facts: Array.from({ length: 40 }, (_, n) => ({ kind: "topic", value: `${n} ${"word ".repeat(200)}` })),
      promises: Array.from({ length: 40 }, (_, n) => ({ whose: "client", text: `Promise ${n}` })),
    });
    const card = await readWhisperCard(client, id, at);
    expect([card?.topics.length, card?.promises.length, card?.avoid.length]).toEqual([5, 5, 1]);
    expect(JSON.stringify(card).length).toBeLessThan(4000);
  });
});

describe("The words that went out", () => {
  test("stay with the gesture, and go when it is taken back", async () => {
    const { client } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor Haddad" }, at));
    const { task } = must(
      await createTask(client, { kind: "birthday", title: "Greet Noor", personId: id }, at),
    );
    const done = must(await completeTask(client, { ...task, note: "", words: "Forty suits you." }, at));
    must(await undoTask(client, { id: task.id, version: done.task.version }));
    expect((await readWhisperCard(client, id, at))?.contacts).toEqual([]);
  });

  test("are refused where a task sends none to anybody", async () => {
    const { client } = await cast(at);
    const { task } = must(await createTask(client, { kind: "account-care", title: "Prune the list" }, at));
    const no = await completeTask(client, { ...task, note: "", words: "Hello" }, at);
    expect(no).toMatchObject({
      ok: false,
      refusal: { code: "invalid", fields: { words: expect.any(String) } },
    });
  });
});
