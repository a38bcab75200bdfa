import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { readForYou } from "@/lib/queries/read-for-you";
import { readShell } from "@/lib/queries/read-shell";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
const titles = async (actor: Actor, when = at) =>
  must(await readForYou(actor, when)).cards.map((card) => card.title);

describe("What lies before Mira", () => {
  test("what Ana put there, and what must be Mira and is due today; not what may wait or is Ana's", async () => {
    const { client, assistant } = await cast(at);
    const put = await makeTask(assistant, { kind: "event-invite", title: "Supper?" }, at);
    must(await moveTask(assistant, { id: put.id, version: 1, to: "client" }));
    await makeTask(
      assistant,
      { kind: "personal-reply", title: "Due today", dueAt: new Date("2026-11-22T18:00:00Z") },
      at,
    );
    await makeTask(
      assistant,
      { kind: "personal-reply", title: "Due next week", dueAt: new Date("2026-11-29T18:00:00Z") },
      at,
    );
    await makeTask(assistant, { kind: "account-care", title: "Ana's own", dueAt: at }, at);
    expect((await titles(client)).sort()).toEqual(["Due today", "Supper?"]);
    expect(must(await readShell(client, at)).counts.forYou).toBe(2);
  });

  test("not now takes a card away until its time; handing it over gives it to Ana; undo brings it back as it was", async () => {
    const { client } = await cast(at);
    const one = await makeTask(client, { kind: "personal-reply", title: "One", state: "client" }, at);
    const until = new Date("2026-11-23T07:00:00Z");
    const slept = must(await snoozeTask(client, { id: one.id, version: 1, until, untilAnswer: false }, at));
    expect(await titles(client)).toEqual([]);
    expect(await titles(client, until)).toEqual(["One"]);
    must(await undoTask(client, { id: one.id, version: slept.task.version }));
    const handed = must(await retagTask(client, { id: one.id, version: 3, tag: "delegable" }));
    expect([handed.task.state, await titles(client)]).toEqual(["assistant", []]);
    must(await undoTask(client, { id: one.id, version: handed.task.version }));
    const [card] = must(await readForYou(client, at)).cards;
    expect(card).toMatchObject({
      state: "client",
      tag: "must-be-you",
      tagReason: { by: "rule", rule: "personal-message" },
    });
  });

  test("a card says what was last done with that person, and what to be careful about", async () => {
    const { client } = await cast(at);
    const careful = "Dislikes calls at work";
    const { id } = must(await addPerson(client, { name: "Tomas Lind", careful, howMet: "Rowing, 1998" }, at));
    const before = await makeTask(client, { kind: "keep-in-touch", title: "Ring Tomas", personId: id }, at);
    must(await completeTask(client, { id: before.id, version: 1, note: "" }, at));
    await makeTask(
      client,
      { kind: "personal-reply", title: "Answer Tomas", personId: id, state: "client" },
      at,
    );
    const [card] = must(await readForYou(client, at)).cards;
    expect(card?.about).toMatchObject({
      careful,
      howMet: "Rowing, 1998",
      last: { title: "Ring Tomas", outcome: "done" },
    });
  });

  test("Ana sees the same pile without what is private, and may decide nothing that must be Mira", async () => {
    const { client, assistant, agent } = await cast(at);
    const { id } = must(await addPerson(client, { name: "Noor Haddad", isPrivate: true }, at));
    await makeTask(client, { kind: "personal-reply", title: "Open", state: "client" }, at);
    await makeTask(client, { kind: "personal-reply", title: "Secret", state: "client", isPrivate: true }, at);
    await makeTask(client, { kind: "keep-in-touch", title: "About Noor", state: "client", personId: id }, at);
    expect((await titles(client)).sort()).toEqual(["About Noor", "Open", "Secret"]);
    for (const helper of [assistant, agent]) {
      const { cards } = must(await readForYou(helper, at));
      expect(cards.map((card) => card.title)).toEqual(["Open"]);
      expect(cards[0]?.can).toMatchObject({ complete: false, decline: false, loosen: false });
      expect(must(await readShell(helper, at)).counts.forYou).toBe(1);
    }
  });

  test("a stranger's desk shows nothing of Mira's", async () => {
    const { client, stranger } = await cast(at);
    await makeTask(client, { kind: "personal-reply", title: "Mira's", state: "client" }, at);
    expect(await titles(stranger)).toEqual([]);
    const forged = { ...stranger, workspace: client.workspace } as Actor;
    expect(await readForYou(forged, at)).toMatchObject({ ok: false, refusal: { code: "signed-out" } });
  });

  test("a pile of more than fifty says that there is more", async () => {
    const { client } = await cast(at);
    for (let n = 0; n < 52; n++)
      await makeTask(client, { kind: "other", title: `Card ${n}`, state: "client" }, at);
    const view = must(await readForYou(client, at));
    expect([view.cards.length, view.hasMore, view.cards[0]?.title]).toEqual([50, true, "Card 0"]);
  });
});
