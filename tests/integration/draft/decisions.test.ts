import { beforeAll, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { answerDecision } from "@/lib/use-cases/decision/answer-decision";
import { askClient } from "@/lib/use-cases/decision/ask-client";
import { unanswerDecision } from "@/lib/use-cases/decision/unanswer-decision";
import { withdrawDecision } from "@/lib/use-cases/decision/withdraw-decision";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { takeDraftBack } from "@/lib/use-cases/draft/take-draft-back";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { takeTask } from "@/lib/use-cases/task/take-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { type Cast, cast } from "../../support/cast";
import { approve, newDraft } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});

async function ask(by: Actor = people.assistant, choices: string[] = []) {
  const task = await makeTask(people.client, { kind: "other", title: "The fair in Lyon" });
  const asked = must(await askClient(by, { taskId: task.id, question: "Shall you go?", choices }));
  return { id: asked.id, version: 1, taskId: task.id };
}
const stored = async ({ id, taskId }: { id: string; taskId: string }) =>
  must(
    await readAs(people.client, async (tx) => ({
      state: (await tx.task.findFirstOrThrow({ where: { id: taskId } })).state,
      ...(await tx.decision.findFirstOrThrow({
        where: { id },
        select: { answer: true, answerNote: true, answeredRole: true, answeredDoor: true, answeredBy: true },
      })),
    })),
  );

test("Ana's question lies before Mira; with the answer the task is Ana's again", async () => {
  const decision = await ask();
  expect(await stored(decision)).toMatchObject({ state: "client", answer: null });

  must(await answerDecision(people.client, { ...decision, answer: "yes", note: "With Noor." }, new Date()));

  expect(await stored(decision)).toEqual({
    state: "assistant",
    answer: "yes",
    answerNote: "With Noor.",
    answeredRole: "client",
    answeredDoor: "screen",
    answeredBy: people.client.userId,
  });
});

test("Mira takes her answer back, and the question lies before her again", async () => {
  const decision = await ask();
  must(await answerDecision(people.client, { ...decision, answer: "no", note: "" }, new Date()));

  must(await unanswerDecision(people.client, { id: decision.id, version: 2 }, new Date()));

  expect(await stored(decision)).toMatchObject({ state: "client", answer: null, answeredBy: null });
  must(
    await answerDecision(
      people.client,
      { ...decision, version: 3, answer: "more", note: "When is it?" },
      new Date(),
    ),
  );
  expect(await stored(decision)).toMatchObject({ state: "assistant", answer: "more" });
});

test("Of several choices only those that were offered are answers", async () => {
  const decision = await ask(people.assistant, ["By train", "By boat"]);

  for (const answer of ["yes", "3", "9"])
    expect(await answerDecision(people.client, { ...decision, answer, note: "" }, new Date())).toMatchObject({
      refusal: { code: "invalid" },
    });
  must(await answerDecision(people.client, { ...decision, answer: "2", note: "" }, new Date()));
  expect(
    await answerDecision(people.client, { ...decision, version: 2, answer: "1", note: "" }, new Date()),
  ).toMatchObject({
    refusal: { code: "already-answered" },
  });
});

test("Nobody answers in Mira's place, and she not through a door that is none of hers", async () => {
  const decision = await ask();
  const answer = { ...decision, answer: "yes", note: "" };
  const throughApi: Actor = { ...people.client, door: "api" };

  for (const who of [people.assistant, people.agent, throughApi])
    expect(await answerDecision(who, answer, new Date())).toMatchObject({ refusal: { code: "only-client" } });
  expect(await answerDecision(people.stranger, answer, new Date())).toMatchObject({
    refusal: { code: "not-found" },
  });
  expect(await stored(decision)).toMatchObject({ answer: null, state: "client" });
});

test("One question at a time; whoever asked takes it back, or Mira, and then another may be asked", async () => {
  const decision = await ask();
  const again = { taskId: decision.taskId, question: "Or in May?", choices: [] };
  expect(await askClient(people.agent, again)).toMatchObject({ refusal: { code: "invalid" } });
  expect(await withdrawDecision(people.agent, decision, new Date())).toMatchObject({
    refusal: { code: "only-client" },
  });

  must(await withdrawDecision(people.assistant, decision, new Date()));

  expect(await stored(decision)).toMatchObject({ state: "assistant" });
  const other = must(await askClient(people.agent, again));
  must(await withdrawDecision(people.client, { id: other.id, version: 1 }, new Date()));
  expect(
    await answerDecision(people.client, { id: other.id, version: 2, answer: "yes", note: "" }, new Date()),
  ).toMatchObject({
    refusal: { code: "already-answered" },
  });
});

test("What Mira had taken on herself stays before her when Ana takes back what she asked beside it", async () => {
  const task = await makeTask(people.client, { kind: "other", title: "The fair in Turin" });
  must(await takeTask(people.client, { id: task.id, version: 1 }));
  const question = { taskId: task.id, question: "By train?", choices: [] };
  const asked = must(await askClient(people.assistant, question));

  must(await withdrawDecision(people.assistant, { id: asked.id, version: 1 }, new Date()));

  expect(await stored({ id: asked.id, taskId: task.id })).toMatchObject({ state: "client", answer: null });
});

test("A question stays before Mira when she hands over what it is about, until she answers it", async () => {
  const task = await makeTask(people.client, { kind: "personal-reply", title: "Answer Noor" });
  const asked = must(await askClient(people.assistant, { taskId: task.id, question: "May I?", choices: [] }));
  must(await retagTask(people.client, { id: task.id, version: 2, tag: "delegable" }));
  const decision = { id: asked.id, version: 1, taskId: task.id };
  expect(await stored(decision)).toMatchObject({ state: "client", answer: null });

  must(await answerDecision(people.client, { ...decision, answer: "yes", note: "" }, new Date()));
  expect(await stored(decision)).toMatchObject({ state: "assistant" });
});

test("A question that was open when its task was closed lies before Mira again, once it is opened", async () => {
  const task = await makeTask(people.client, { kind: "other", title: "The fair in Nice", tag: "delegable" });
  const question = { taskId: task.id, question: "Shall you go?", choices: [] };
  const asked = must(await askClient(people.assistant, question));
  const done = must(await completeTask(people.client, { id: task.id, version: 2, note: "" }, new Date()));

  must(await reopenTask(people.assistant, { id: task.id, version: done.task.version }));

  expect(await stored({ id: asked.id, taskId: task.id })).toMatchObject({ state: "client", answer: null });
});

test("Two taps on two answers give one answer", async () => {
  const decision = await ask();
  const tap = (answer: string) =>
    answerDecision(people.client, { ...decision, answer, note: "" }, new Date());

  const answers = await Promise.all([tap("yes"), tap("no")]);

  const told = answers.map((answer) => (answer.ok ? "answered" : answer.refusal.code)).sort();
  expect([
    ["answered", "stale"],
    ["already-answered", "answered"],
  ]).toContainEqual(told);
});

/** Ana's draft lies before Mira, and so does a question about the same task. */
async function askBesideWords() {
  const { draft, task } = await newDraft(people.client, people.assistant);
  must(await submitDraft(people.assistant, { id: draft.id, latest: 1 }, new Date()));
  const asked = must(
    await askClient(people.assistant, { taskId: task.id, question: "With Noor?", choices: [] }),
  );
  return { draftId: draft.id, decision: { id: asked.id, version: 1, taskId: task.id } };
}

test("A draft that lies before Mira stays there when the question beside it is answered, or taken back", async () => {
  const answered = await askBesideWords();
  must(await answerDecision(people.client, { ...answered.decision, answer: "yes", note: "" }, new Date()));
  expect(await stored(answered.decision)).toMatchObject({ state: "client", answer: "yes" });

  const withdrawn = await askBesideWords();
  must(await withdrawDecision(people.assistant, withdrawn.decision, new Date()));
  expect(await stored(withdrawn.decision)).toMatchObject({ state: "client" });
});

test("Words that wait to leave stay scheduled when a question beside them is answered", async () => {
  const { draftId, decision } = await askBesideWords();
  must(await approve(people.client, draftId));

  must(await answerDecision(people.client, { ...decision, answer: "no", note: "" }, new Date()));

  expect(await stored(decision)).toMatchObject({ state: "scheduled" });
});

test("A question stays before Mira when Ana takes the draft beside it back, and with the answer both are Ana's", async () => {
  const { draftId, decision } = await askBesideWords();

  must(await takeDraftBack(people.assistant, draftId));
  expect(await stored(decision)).toMatchObject({ state: "client" });

  must(await answerDecision(people.client, { ...decision, answer: "yes", note: "" }, new Date()));
  expect(await stored(decision)).toMatchObject({ state: "assistant" });
});

test("Mira's answer stands once another question is open: one at a time, also when she takes it back", async () => {
  const decision = await ask();
  must(await answerDecision(people.client, { ...decision, answer: "yes", note: "" }, new Date()));
  must(await askClient(people.assistant, { taskId: decision.taskId, question: "By train?", choices: [] }));

  expect(await unanswerDecision(people.client, { id: decision.id, version: 2 }, new Date())).toMatchObject({
    refusal: { code: "not-undoable" },
  });
  expect(await stored(decision)).toMatchObject({ state: "client", answer: "yes" });
});
