import { expect, test } from "vitest";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { makePerson } from "@/prisma/seed/make/make-person";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { look, newAccount } from "../../support/draft/scene";
import { must } from "../../support/must";

test("A draft goes to the first of somebody's addresses that mail can go to, under a name on one line", async () => {
  const { client, assistant } = await cast();
  const accountId = await newAccount(client);
  const emails = ["tomas@home", "tomas@lind.test", "tomas@work.test"].map((value) => ({ label: "", value }));
  const personId = await makePerson(client, { name: "Tomas\nSender: Noor", emails });
  const task = await makeTask(client, { kind: "personal-reply", title: "Answer Tomas", personId, accountId });

  const { id } = must(await startDraft(assistant, { taskId: task.id, text: "Dear Tomas", phrases: [] }));

  expect((await look(client, id)).recipients).toEqual([
    { name: "Tomas Sender: Noor", address: "tomas@lind.test", field: "to" },
  ]);
});
