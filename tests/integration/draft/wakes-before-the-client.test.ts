import { beforeAll, expect, test } from "vitest";
import { readForYou } from "@/lib/queries/read-for-you";
import { askClient } from "@/lib/use-cases/decision/ask-client";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { type Cast, cast } from "../../support/cast";
import { daysFromNow } from "../../support/days-from-now";
import { newDraft } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});

const asleep = { until: daysFromNow(3), untilAnswer: false };
const pile = async () =>
  must(await readForYou(people.client, new Date(), people.desk.zone)).cards.map(({ id }) => id);

test("What Ana had put to sleep lies before Mira awake, once its draft is there", async () => {
  const { client, assistant } = people;
  const { task, draft } = await newDraft(client, assistant);
  must(await moveTask(assistant, { id: task.id, version: 1, to: "assistant" }));
  must(await snoozeTask(assistant, { id: task.id, version: 2, ...asleep }, new Date()));

  must(await submitDraft(assistant, { id: draft.id, latest: 1 }, new Date()));

  expect(await pile()).toContain(task.id);
});

test("A question about what lies before Mira asleep is one that she sees", async () => {
  const { client, assistant } = people;
  const task = await makeTask(client, { kind: "other", title: "The fair in Lyon", state: "client" });
  must(await snoozeTask(client, { id: task.id, version: 1, until: null, untilAnswer: true }, new Date()));
  expect(await pile()).not.toContain(task.id);

  must(await askClient(assistant, { taskId: task.id, question: "Shall you go?", choices: [] }));

  expect(await pile()).toContain(task.id);
});
