import { expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { sayConfirmation } from "@/lib/domain/daily/confirm";
import { readCard } from "@/lib/queries/read-card";
import { readTask } from "@/lib/queries/read-task";
import { answerDecision } from "@/lib/use-cases/decision/answer-decision";
import { askClient } from "@/lib/use-cases/decision/ask-client";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { approve, look, newDraft } from "../../support/draft/scene";
import { must } from "../../support/must";

const at = new Date();
async function opened(actor: Actor, taskId: string, decisionId: string | null = null) {
  const found = await readCard(actor, taskId, decisionId, at);
  if (found === null) throw new Error("there is nothing behind the link");
  return found;
}

test("Behind a link Mira sees what was mailed, what became of it since, and after approving that she did", async () => {
  const { client, assistant } = await cast();
  const { task, draft } = await newDraft(client, assistant);
  must(await submitDraft(assistant, { id: draft.id, latest: 1 }, at));
  const { seal } = await look(client, draft.id);
  const says = async (verb: "approve" | "edit" = "approve") =>
    sayConfirmation({ verb, seal, to: null }, await opened(client, task.id), "UTC", at);
  const before = await readTask(client, task.id);
  expect((await says()).says).toBe("will");
  expect(await readTask(client, task.id)).toEqual(before);

  must(
    await saveWords(assistant, { id: draft.id, basedOn: 1, text: "Tomas, I will not come.", phrases: [] }),
  );
  expect((await says()).says).toBe("moved");
  expect(await approve(client, draft.id, { seal })).toMatchObject({
    ok: false,
    refusal: { code: "words-changed", latest: 2 },
  });
  must(await approve(client, draft.id));
  expect((await says()).sentence).toMatch(/^It is on its way\. You approved it on /);
});

test("A task that was closed says by whom; an answered question what the answer was; another task's question is none of its", async () => {
  const { client, assistant } = await cast();
  const [one, other] = [
    await makeTask(client, { kind: "other", title: "One", state: "client" }, at),
    await makeTask(client, { kind: "other", title: "Other", state: "client" }, at),
  ];
  const asked = must(await askClient(assistant, { taskId: one.id, question: "Shall I?", choices: [] }));
  must(await answerDecision(client, { id: asked.id, version: 1, answer: "no", note: "" }, new Date()));
  const link = { verb: "answer", seal: null, to: "yes" } as const;
  expect(sayConfirmation(link, await opened(client, one.id, asked.id), "UTC", at).sentence).toMatch(
    /: No\.$/,
  );
  expect((await opened(client, other.id, asked.id)).asked).toBeNull();
  must(await completeTask(client, { id: other.id, version: other.version, note: "" }, at));
  expect(sayConfirmation(link, await opened(client, other.id), "UTC", at).sentence).toMatch(
    /^It was done by Mira/,
  );
});

test("Nobody looks behind a link at what is not theirs: private to Mira, a stranger's, or nothing at all", async () => {
  const { client, assistant, stranger } = await cast();
  const secret = await makeTask(client, { kind: "other", title: "Secret", isPrivate: true }, at);
  expect((await opened(client, secret.id)).card.title).toBe("Secret");
  expect(await readCard(assistant, secret.id, null, at)).toBeNull();
  expect(await readCard(stranger, secret.id, null, at)).toBeNull();
  expect(await readCard(client, "00000000-0000-4000-8000-000000000000", null, at)).toBeNull();
});
