import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { readForYou } from "@/lib/queries/read-for-you";
import { readTask } from "@/lib/queries/read-task";
import { answerDecision } from "@/lib/use-cases/decision/answer-decision";
import { askClient } from "@/lib/use-cases/decision/ask-client";
import { unanswerDecision } from "@/lib/use-cases/decision/unanswer-decision";
import { withdrawDecision } from "@/lib/use-cases/decision/withdraw-decision";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date();
const pile = async (actor: Actor) => must(await readForYou(actor, at)).cards;

async function asked(client: Actor, assistant: Actor, choices: string[] = []) {
  const task = await makeTask(client, { kind: "event-invite", title: "Supper", state: "assistant" }, at);
  const question = "Shall I say yes?";
  const { id, version } = must(await askClient(assistant, { taskId: task.id, question, choices }));
  return { task, decision: { id, version } };
}

describe("What Ana asks Mira", () => {
  test("lies before Mira with who asks; her answer takes it off, and Ana has the task again with the answer on it", async () => {
    const { client, assistant } = await cast();
    const { task, decision } = await asked(client, assistant, ["Oak", "Ash"]);
    const [card] = await pile(client);
    expect(card?.decision).toMatchObject({
      question: "Shall I say yes?",
      choices: ["Oak", "Ash"],
      askedBy: "Ana Duarte",
      askedByRole: "assistant",
      canAnswer: true,
    });
    expect((await pile(assistant))[0]?.decision).toMatchObject({ canAnswer: false, canWithdraw: true });

    must(await answerDecision(client, { ...decision, answer: "2", note: "" }, new Date()));
    expect(await pile(client)).toEqual([]);
    const seen = await readTask(assistant, task.id);
    expect(seen).toMatchObject({
      state: "assistant",
      decisions: [{ answer: "2", answeredBy: "Mira Holt", canAnswer: false, canWithdraw: false }],
    });
  });

  test("an answer that is taken back puts the same question before her again", async () => {
    const { client, assistant } = await cast();
    const { decision } = await asked(client, assistant);
    const answered = must(await answerDecision(client, { ...decision, answer: "yes", note: "" }, new Date()));
    must(await unanswerDecision(client, { id: decision.id, version: answered.version }, new Date()));
    expect((await pile(client))[0]?.decision).toMatchObject({
      id: decision.id,
      answer: null,
      canAnswer: true,
    });
  });

  test("taken back by Ana, it is gone from the card and from the task", async () => {
    const { client, assistant } = await cast();
    const { task, decision } = await asked(client, assistant);
    must(await withdrawDecision(assistant, decision, at));
    expect(await pile(client)).toEqual([]);
    expect((await readTask(client, task.id))?.decisions).toEqual([]);
  });
});
