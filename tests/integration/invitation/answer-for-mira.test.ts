import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTask } from "@/lib/queries/read-task";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { taskRow } from "../../support/draft/carry-scene";
import { approve, look } from "../../support/draft/scene";
import { appleInvite } from "../../support/invitations/apple";
import { googleMail } from "../../support/invitations/google";
import { invited, leaves } from "../../support/invitations/leaving";
import { answer, at, invitedDesk, receiveOne, seen, taskOf, view } from "../../support/invitations/scene";
import { stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});
afterAll(stopServers);

describe("Ana answers", () => {
  test("what is delegable, by Mira's leave and without a word, and says so in the answer", async () => {
    const { server, account, taskId } = await invited(people, { tag: "delegable", leave: true });
    expect((await view(people.assistant, taskId)).can).toEqual({ send: true, prepare: true });
    const { draft } = must(await answer(people.assistant, taskId));
    expect(draft.state).toBe("released");
    const { mail, lines } = await leaves(people, draft.id, server);
    expect(mail.text?.trim()).toBe(
      "Mira Holt accepts “Budget review”, Thu 3 Dec, 10:00–10:30 (Europe/Berlin) · answered by Ana Duarte for Mira Holt",
    );
    expect(lines.find((line) => line.startsWith("ATTENDEE"))).toMatch(
      new RegExp(
        `^ATTENDEE;CN="Mira Holt";PARTSTAT=ACCEPTED;SENT-BY="mailto:ana-\\d+@test\\.invalid":mailto:${account.address}$`,
      ),
    );
    expect(await taskRow(taskId)).toMatchObject({ state: "done", closed_role: "assistant" });
  });

  test.each([
    ["what must be Mira", { tag: "must-be-you", leave: true }, {}],
    ["without leave", { tag: "delegable", leave: false }, {}],
    ["with words", { tag: "delegable", leave: true }, { words: "With pleasure." }],
  ] as const)("only before Mira: %s", async (_, how, said) => {
    const { server, taskId } = await invited(people, how);
    const { draft } = must(await answer(people.assistant, taskId, said));
    expect(draft.state).toBe("submitted");
    expect(await taskRow(taskId)).toMatchObject({ state: "client" });
    must(await approve(people.client, draft.id));
    const { lines } = await leaves(people, draft.id, server);
    expect(lines.find((line) => line.startsWith("ATTENDEE"))).not.toContain("SENT-BY");
  });

  test("nothing that must be Mira by another task about it, of her own making or made into one", async () => {
    const { first, taskId } = await invited(people, { tag: "must-be-you", leave: true });
    const about = { title: "Budget review", fields: { eventUid: first.uid } } as const;
    const no = { refusal: { code: "invalid", fields: { fields: expect.stringContaining("by hand") } } };
    expect(await createTask(people.assistant, { kind: "event-invite", ...about }, at)).toMatchObject(no);
    const own = must(await createTask(people.assistant, { kind: "event-invite", title: "Own" }, at)).task;
    const edit = { id: own.id, version: own.version, fields: about.fields };
    expect(await editTask(people.assistant, edit)).toMatchObject(no);

    const check = must(await createTask(people.client, { kind: "meeting-check", ...about }, at)).task;
    const turned = { id: check.id, version: check.version, kind: "event-invite" } as const;
    expect(await editTask(people.assistant, turned)).toMatchObject(no);
    expect(await answer(people.assistant, check.id)).toMatchObject({ refusal: { code: "not-found" } });
    expect(await taskRow(taskId)).toMatchObject({ state: "inbox" });
  });

  test("only before Mira: what another task of hers asks about, for as long as that is open", async () => {
    const { first, taskId } = await invited(people, { tag: "delegable", leave: true });
    const about = { kind: "event-invite", title: "Budget review", fields: { eventUid: first.uid } } as const;
    const hers = must(await createTask(people.client, { ...about, tag: "must-be-you" }, at)).task;
    expect((await view(people.assistant, taskId)).can).toEqual({ send: false, prepare: true });
    const { draft } = must(await answer(people.assistant, taskId));
    expect(draft.state).toBe("submitted");

    must(await completeTask(people.client, { id: hers.id, version: hers.version, note: "" }, at));
    expect(must(await answer(people.assistant, taskId)).draft.state).toBe("released");
  });

  test("only before Mira: what Mira had said must be her, and has answered, and what moves then and asks again", async () => {
    const { first, taskId } = await invited(people, { tag: "must-be-you", leave: true });
    const before = await readTask(people.client, taskId);
    must(await completeTask(people.client, { id: taskId, version: before?.version ?? 0, note: "" }, at));
    const moved = { ...first, startsAt: "2026-12-03T10:00:00Z", endsAt: "2026-12-03T10:30:00Z", sequence: 1 };
    const again = taskOf(await receiveOne(people.assistant, googleMail(moved)));
    expect(await readTask(people.assistant, again)).toMatchObject({
      tag: "must-be-you",
      tagReason: { by: "rule", rule: "as-before" },
    });
    expect(must(await answer(people.assistant, again)).draft.state).toBe("submitted");
  });

  test("only before Mira: a day of the series that Mira had said must be her, which moves and asks for itself", async () => {
    const weekly = { rule: "FREQ=WEEKLY;COUNT=4", write: appleInvite, leave: true };
    const { first, taskId } = await invited(people, weekly);
    const before = await readTask(people.client, taskId);
    expect(before?.tagReason.by).toBe("hand");
    must(await completeTask(people.client, { id: taskId, version: before?.version ?? 0, note: "" }, at));
    const day = { ...first, rule: undefined, recurrenceId: "2026-12-10T09:00:00Z", sequence: 1 };
    const moved = { ...day, startsAt: "2026-12-09T09:00:00Z", endsAt: "2026-12-09T09:30:00Z" };
    const again = taskOf(await receiveOne(people.assistant, appleInvite(moved)));
    expect(again).not.toBe(taskId);
    expect(await readTask(people.assistant, again)).toMatchObject({
      tag: "must-be-you",
      tagReason: { by: "rule", rule: "as-before" },
    });
  });

  test("and what is moved while the answer waits is answered anew", async () => {
    const { first, taskId } = await invited(people);
    const { draft } = must(await answer(people.client, taskId));
    const moved = { ...first, startsAt: "2026-12-03T10:00:00Z", endsAt: "2026-12-03T10:30:00Z", sequence: 1 };
    expect((await receiveOne(people.assistant, googleMail(moved))).what).toBe("updated");
    expect(await look(people.client, draft.id)).toMatchObject({
      state: "draft",
      answer: { sequence: 1, startsAt: "2026-12-03T10:00:00.000Z" },
    });
    expect((await seen(people.client, "2026-12-03", "2026-12-04")).length).toBeGreaterThan(0);
  });
});
