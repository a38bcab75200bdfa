import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { stepOf } from "@/lib/domain/task/card-step";
import { readForYou } from "@/lib/queries/read-for-you";
import { readShell } from "@/lib/queries/read-shell";
import { askForChanges } from "@/lib/use-cases/draft/ask-for-changes";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { commentOnDraft } from "@/lib/use-cases/draft/comment-on-draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { sayWentOut } from "@/lib/use-cases/draft/say-went-out";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { approve, look, newDraft, origin, setOnItsWay } from "../../support/draft/scene";
import { must } from "../../support/must";

const at = new Date();
const pile = async (actor: Actor, when = at) => must(await readForYou(actor, when)).cards;

/** Ana's words to answer Tomas, put before Mira. */
async function submitted(client: Actor, assistant: Actor, text?: string) {
  const made = await newDraft(client, assistant, text);
  must(await submitDraft(assistant, { id: made.draft.id, latest: made.draft.latest }, at));
  return made;
}

describe("The draft on Mira's card", () => {
  test("lies there with whose words it has, where it goes, and what was said last; she may approve it, Ana may not", async () => {
    const { client, assistant } = await cast();
    const { draft } = await submitted(client, assistant);
    must(await commentOnDraft(assistant, { id: draft.id, note: "He likes it short." }, origin));
    const [card] = await pile(client);

    expect(card?.draft).toMatchObject({
      id: draft.id,
      text: "Dear Tomas,\n\nI will come.\n\nMira",
      howMuch: "Ana wrote all of it.",
      recipients: [{ address: "tomas@lind.test" }],
      lastComment: { note: "He likes it short.", by: "Ana Duarte" },
      can: { approve: true, askChanges: true },
    });
    expect(card?.draft?.seal).toBe((await look(client, draft.id)).seal);
    expect(card?.draft?.account?.sendsMail).toBe(true);
    expect(card?.draft?.whose.map((one) => one.text).join("")).toBe(card?.draft?.text);
    const [hers] = await pile(assistant);
    expect(hers?.draft).toMatchObject({ id: draft.id, can: { approve: false, askChanges: false } });
  });

  test("approved, it waits to leave and is before her no more, though due today; called back, the very draft is there again", async () => {
    const { client, assistant } = await cast();
    const { task, draft } = await submitted(client, assistant);
    must(await approve(client, draft.id));
    expect(await pile(client)).toEqual([]);
    expect(must(await readShell(client, at)).counts.forYou).toBe(0);

    must(await callBackDraft(client, draft.id));
    const [card] = await pile(client);
    expect(card).toMatchObject({ id: task.id, draft: { id: draft.id, latest: 1, state: "submitted" } });
  });

  test("words that wait to leave are not before her even when the task is late; words that went wrong are", async () => {
    const { client, assistant } = await cast();
    const made = await newDraft(client, assistant, undefined, { dueAt: new Date(at.getTime() - 86_400_000) });
    must(await submitDraft(assistant, { id: made.draft.id, latest: 1 }, at));
    must(await approve(client, made.draft.id));
    expect(await pile(client)).toEqual([]);

    for (const state of ["leaving", "handed-over"] as const) {
      await setOnItsWay(made.draft.id, state);
      expect(await pile(client)).toEqual([]);
    }
    for (const state of ["failed", "unsure"] as const) {
      await setOnItsWay(made.draft.id, state);
      const [card, ...rest] = await pile(client);
      expect(rest).toEqual([]);
      expect(card).toMatchObject({ id: made.task.id, draft: { sending: { state } } });
      expect(card && stepOf(card, at)).toBe("wrong");
      expect(must(await readShell(client, at)).counts.forYou).toBe(1);
    }
  });

  test("elsewhere, approved words stay before her until she says that they went out; taken back, the task is open again", async () => {
    const { client, assistant } = await cast();
    const task = await makeTask(
      client,
      { kind: "personal-reply", title: "Answer Joon", state: "client" },
      at,
    );
    const draft = must(
      await startDraft(assistant, { taskId: task.id, text: "Well done, Joon.", phrases: [] }),
    );
    const before = await look(client, draft.id);
    expect(before.way).toBe("elsewhere");
    must(await submitDraft(assistant, { id: draft.id, latest: 1 }, at));
    must(await approve(client, draft.id, { text: "Well done, dear Joon." }));
    const [card] = await pile(client);
    expect(card && stepOf(card, at)).toBe("went-out");
    expect(card?.draft?.text).toBe("Well done, dear Joon.");
    expect(card?.draft?.howMuch).toContain("Ana");

    must(await sayWentOut(client, { id: draft.id, latest: card?.draft?.latest ?? 0, note: "" }, at));
    expect(await pile(client)).toEqual([]);
    must(await undoTask(client, { id: task.id, version: (card?.version ?? 0) + 1 }));
    expect((await pile(client)).map((one) => one.id)).toEqual([task.id]);
  });

  test("sent back, it is Ana's; taken back from there, it is before her again with what she said", async () => {
    const { client, assistant } = await cast();
    const { draft } = await submitted(client, assistant);
    const asked = must(
      await askForChanges(client, { id: draft.id, latest: 1, reason: "Shorter, please" }, origin),
    );
    expect(await pile(client)).toEqual([]);
    must(await submitDraft(client, { id: draft.id, latest: asked.latest }, at));
    const [card] = await pile(client);
    expect(card?.draft).toMatchObject({ state: "submitted", lastComment: { note: "Shorter, please" } });
  });

  test("what Ana has begun and not put before her says so, where it is due today; her own words, and what is put before her, do not", async () => {
    const { client, assistant } = await cast();
    const due = { dueAt: at };
    const { draft } = await newDraft(client, assistant, "Dear Tomas, I would", due);
    const [begun] = await pile(client);
    expect(begun?.draft).toMatchObject({
      state: "draft",
      notYetBy: { userId: assistant.userId, name: "Ana Duarte", role: "assistant" },
    });

    const text = "Dear Tomas, I would love to. Mira";
    must(await saveWords(client, { id: draft.id, basedOn: 1, text, phrases: [] }));
    expect((await pile(client))[0]?.draft).toMatchObject({ state: "draft", notYetBy: null });
    must(await saveWords(assistant, { id: draft.id, basedOn: 2, text: `${text} Holt`, phrases: [] }));
    must(await submitDraft(assistant, { id: draft.id, latest: 3 }, at));
    expect((await pile(client))[0]?.draft).toMatchObject({ state: "submitted", notYetBy: null });
  });

  test("a private matter's words are on no card of Ana's, and counted on none", async () => {
    const { client, assistant } = await cast();
    const made = await newDraft(client, client, "For nobody else.", { state: "client", isPrivate: true });
    expect((await pile(client)).map((card) => card.draft?.id)).toEqual([made.draft.id]);
    const read = must(await readForYou(assistant, at));
    expect(JSON.stringify(read)).not.toContain("nobody else");
    expect([read.cards.length, must(await readShell(assistant, at)).counts.forYou]).toEqual([0, 0]);
  });
});
