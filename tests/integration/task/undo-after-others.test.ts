import { describe, expect, test } from "vitest";
import { readTask } from "@/lib/queries/read-task";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { setEventPrivacy } from "@/lib/use-cases/calendar/set-event-privacy";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { unmergeTask } from "@/lib/use-cases/task/unmerge-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { booking, noWord } from "../../support/book";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-12-01T10:00:00Z");
const notUndoable = { refusal: { code: "not-undoable" } };

describe("What Ana undoes after others have gone on", () => {
  test.each([
    ["was completed", "delegable", (who, task) => completeTask(who.assistant, { ...task, note: "" }, at)],
    ["was loosened", "must-be-you", (who, task) => retagTask(who.client, { ...task, tag: "delegable" })],
    ["became private", "delegable", (who, task) => editTask(who.client, { ...task, isPrivate: true })],
  ] satisfies [
    string,
    "delegable" | "must-be-you",
    (
      who: Awaited<ReturnType<typeof cast>>,
      into: { id: string; version: number },
    ) => Promise<{ ok: boolean }>,
  ][])("a task is not folded away again into one that %s", async (_, tag, goOn) => {
    const people = await cast(at);
    const { assistant } = people;
    const [into, twin] = [await makeTask(assistant, { tag }, at), await makeTask(assistant, { tag }, at)];
    const folded = must(await mergeTask(assistant, { id: twin.id, version: 1, into: into.id })).task;
    const apart = must(await unmergeTask(assistant, { id: twin.id, version: folded.version })).task;
    expect((await goOn(people, { id: into.id, version: 1 })).ok).toBe(true);
    expect(await undoTask(assistant, { id: twin.id, version: apart.version })).toMatchObject(notUndoable);
    expect(await readTask(assistant, twin.id)).toMatchObject({ mergedIntoId: null, state: "inbox" });
  });

  test("a task that she made does not go with the letter that Mira has begun for it", async () => {
    const { client, assistant } = await cast(at);
    const letter = { kind: "personal-reply", title: "Answer Noor" } as const;
    const task = await makeTask(assistant, letter, at);
    must(await startDraft(client, { taskId: task.id, text: "Dear Noor,", phrases: [] }));
    expect(await undoTask(assistant, { id: task.id, version: 1 })).toMatchObject(notUndoable);

    const own = await makeTask(assistant, { ...letter, title: "Answer Elin" }, at);
    must(await startDraft(assistant, { taskId: own.id, text: "Dear Elin,", phrases: [] }));
    must(await undoTask(assistant, { id: own.id, version: 1 }));
  });

  test.each([["undoes"], ["opens again"]])(
    "a task that she %s is about whom its person was merged into, and Mira’s where their circle asks for it",
    async (how) => {
      const { client, assistant } = await cast(at);
      const merged = must(await addPerson(client, { name: "Noor H" }, at)).id;
      const kept = must(await addPerson(client, { name: "Noor Haddad", circles: ["inner"] }, at)).id;
      const task = await makeTask(assistant, { kind: "birthday", personId: merged }, at);
      expect(task.tag).toBe("delegable");
      const done = must(await completeTask(assistant, { id: task.id, version: 1, note: "" }, at)).task;
      const two = { kept: { id: kept, version: 1 }, merged: { id: merged, version: 1 } };
      must(await mergePeople(client, { ...two, choices: {} }, at));

      const target = { id: task.id, version: done.version };
      must(how === "undoes" ? await undoTask(assistant, target) : await reopenTask(assistant, target));
      expect(await readTask(assistant, task.id)).toMatchObject({
        person: { id: kept },
        tag: "must-be-you",
        tagReason: { rule: "inner-birthday" },
      });
    },
  );

  test("nobody comes back to a task who is private to Mira by now", async () => {
    const { client, assistant } = await cast(at);
    const noor = must(await addPerson(client, { name: "Noor Haddad" }, at)).id;
    const task = await makeTask(assistant, { kind: "other", personId: noor }, at);
    const other = must(await editTask(assistant, { id: task.id, version: 1, personId: null })).task;
    must(await setPersonPrivacy(client, { id: noor, version: 1 }, true));
    expect(await undoTask(assistant, { id: task.id, version: other.version })).toMatchObject(notUndoable);
  });

  test("who came into the inner circle meanwhile is greeted by Mira, also by a task that comes back to them", async () => {
    const { client, assistant } = await cast(at);
    const noor = must(await addPerson(client, { name: "Noor Haddad" }, at)).id;
    const task = await makeTask(assistant, { kind: "birthday", personId: noor }, at);
    const other = must(await editTask(assistant, { id: task.id, version: 1, personId: null })).task;
    must(await editPerson(client, { id: noor, version: 1 }, { circles: ["inner"] }, at));
    must(await undoTask(assistant, { id: task.id, version: other.version }));
    expect(await readTask(assistant, task.id)).toMatchObject({
      person: { id: noor },
      tag: "must-be-you",
      tagReason: { by: "rule", rule: "inner-birthday" },
    });
  });

  test("a task does not come back to an entry that is private to Mira by now", async () => {
    const { client, assistant } = await cast(at);
    const event = booking({ summary: "Dinner" });
    const { id: eventId, version } = must(await createEvent(assistant, { event, ...noWord }, at));
    const task = await makeTask(client, { kind: "meeting-check", fields: { eventId } }, at);
    const edit = { id: task.id, version: 1, kind: "account-care", fields: {} } as const;
    const other = must(await editTask(assistant, edit)).task;
    must(await setEventPrivacy(client, { id: eventId, version, isPrivate: true }, at));
    expect(await undoTask(assistant, { id: task.id, version: other.version })).toMatchObject(notUndoable);
  });
});
