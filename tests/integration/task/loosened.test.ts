import { afterAll, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { createTask } from "@/lib/use-cases/task/create-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

afterAll(closeAppDatabase);

test("what Mira has loosened stays so while its words are edited, and asks the policy again for somebody else", async () => {
  const { client, assistant } = await cast();
  const now = new Date();
  const { id: personId } = must(await addPerson(client, { name: "Noor Haddad", circles: ["inner"] }, now));
  const reply = { kind: "personal-reply", title: "Reply to Tomas" } as const;
  const { task } = must(await createTask(assistant, reply, now));
  expect(task.tag).toBe("must-be-you");
  const loosened = must(await retagTask(client, { id: task.id, version: 1, tag: "delegable" }));

  // As the form sends it: everything that it shows, changed or not.
  const same = { kind: task.kind, personId: null, accountId: null };
  const noted = must(
    await editTask(assistant, { id: task.id, version: loosened.task.version, ...same, note: "Short" }),
  );
  expect([noted.task.tag, noted.task.tagReason]).toEqual(["delegable", loosened.task.tagReason]);

  const other = must(await editTask(assistant, { id: task.id, version: noted.task.version, personId }));
  expect(other.task.tag).toBe("must-be-you");
});
