import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { readTask } from "@/lib/queries/read-task";
import { askForChanges } from "@/lib/use-cases/draft/ask-for-changes";
import { commentOnDraft } from "@/lib/use-cases/draft/comment-on-draft";
import { removeComment } from "@/lib/use-cases/draft/remove-comment";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { type Cast, cast } from "../../support/cast";
import { mailsAbout } from "../../support/draft/carry-scene";
import { newDraft, origin } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
const say = async (who: Actor, id: string, note: string) =>
  must(await commentOnDraft(who, { id, note }, origin));
const told = async (id: string) => (await mailsAbout(id)).map((mail) => mail.to_address.split("-")[0]);
const calledOn = async (who: Actor, taskId: string) => (await readTask(who, taskId))?.draft?.called ?? null;

test("Whoever is called in a comment is mailed what was said and the way there, and not a word of the draft", async () => {
  const { draft, task } = await newDraft(people.client, people.assistant);

  await say(people.assistant, draft.id, "@Mira, Friday\r\nor Saturday? @Ana knows.");

  const [mail, ...more] = await mailsAbout(draft.id);
  expect(more).toEqual([]);
  expect(mail?.to_address).toContain("mira");
  expect(mail?.subject).toBe("Ana asks for you: Answer Tomas");
  expect(mail?.text_body).toContain("@Mira, Friday\n\nor Saturday? @Ana knows.");
  expect(mail?.text_body).toContain(`${origin}/w/${people.client.workspace.slug}/tasks/${task.id}/draft`);
  expect(mail?.text_body).not.toContain("I will come");
});

test("Ana is called by what Mira would have different, too", async () => {
  const { draft } = await newDraft(people.client, people.assistant);
  must(await submitDraft(people.assistant, { id: draft.id, latest: 1 }, new Date()));

  must(await askForChanges(people.client, { id: draft.id, latest: 1, reason: "Warmer, @Ana." }, origin));

  expect(await told(draft.id)).toEqual(["ana"]);
});

test("Called again before she has answered, Mira gets no second mail; after her answer she does", async () => {
  const { draft } = await newDraft(people.client, people.assistant);
  const first = await say(people.assistant, draft.id, "@Mira?");
  must(await removeComment(people.assistant, { id: first.id, version: 1 }, new Date()));
  await say(people.assistant, draft.id, "@Mira, which day?");
  expect(await told(draft.id)).toEqual(["mira"]);

  await say(people.client, draft.id, "Friday.");
  await say(people.assistant, draft.id, "@Mira, at what time?");

  expect(await told(draft.id)).toEqual(["mira", "mira"]);
});

test("Nobody is called to what they may not see, nor after they have left, nor by a mail when they are an agent", async () => {
  const own = await cast();
  const hidden = await newDraft(own.client, own.assistant);
  must(await editTask(own.client, { id: hidden.task.id, version: 1, isPrivate: true }));
  await say(own.client, hidden.draft.id, "@Ana, remember?");
  const open = await newDraft(own.client, own.assistant);
  must(await removeAssistant(own.client, own.assistant.userId as string, new Date()));
  await say(own.client, open.draft.id, "@Ana, @Pen, are you there?");

  expect([await told(hidden.draft.id), await told(open.draft.id)]).toEqual([[], []]);
  expect(await calledOn(own.agent, open.task.id)).toMatchObject({ by: "Mira Holt" });
});

test("The task says that Ana is called until she says or writes something, and to nobody else", async () => {
  const { draft, task } = await newDraft(people.client, people.assistant);
  await say(people.client, draft.id, "@Ana, is it the 5th?");
  expect(await calledOn(people.assistant, task.id)).toEqual({
    note: "@Ana, is it the 5th?",
    by: "Mira Holt",
    role: "client",
  });
  expect([await calledOn(people.client, task.id), await calledOn(people.agent, task.id)]).toEqual([
    null,
    null,
  ]);

  await say(people.assistant, draft.id, "The 6th.");
  expect(await calledOn(people.assistant, task.id)).toBeNull();

  await say(people.client, draft.id, "@Ana, then write it.");
  expect(await calledOn(people.assistant, task.id)).not.toBeNull();
  must(await saveWords(people.assistant, { id: draft.id, basedOn: 1, text: "On the 6th.", phrases: [] }));
  expect(await calledOn(people.assistant, task.id)).toBeNull();
});
