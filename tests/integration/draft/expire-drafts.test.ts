import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { envKeys } from "@/lib/env";
import { jobs } from "@/lib/jobs/jobs";
import { addressDraft } from "@/lib/use-cases/draft/address-draft";
import { expireDrafts } from "@/lib/use-cases/draft/expire-drafts";
import { removeDraft } from "@/lib/use-cases/draft/remove-draft";
import { restoreDraft } from "@/lib/use-cases/draft/restore-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { type Cast, cast, secondWindow } from "../../support/cast";
import { mailsAbout, taskRow } from "../../support/draft/carry-scene";
import { approve, look, newDraft, origin } from "../../support/draft/scene";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
const now = () => new Date();

/** Ana's words before Mira, whose time has passed since. */
async function newLate(cast: Cast) {
  const { draft, task } = await newDraft(cast.client, cast.assistant);
  const { version } = await look(cast.client, draft.id);
  const neededBy = new Date(Date.now() + 3_600_000);
  must(await addressDraft(cast.assistant, { id: draft.id, version }, { neededBy }, now()));
  must(await submitDraft(cast.assistant, { id: draft.id, latest: 1 }, now()));
  await asSuperuser("UPDATE drafts SET needed_by = now() - interval '1 minute' WHERE id = $1", [draft.id]);
  return { draftId: draft.id, taskId: task.id };
}

test("What Mira did not approve in time is held, and she and Ana are told once", async () => {
  const { draftId, taskId } = await newLate(people);
  const before = await taskRow(taskId);
  const counts = await Promise.all(
    Array.from({ length: 4 }, async () => must(await expireDrafts(people.system, origin))),
  );
  must(await expireDrafts(people.system, origin));

  expect(counts.sort()).toEqual([0, 0, 0, 1]);
  expect(await look(people.client, draftId)).toMatchObject({
    state: "expired",
    approval: null,
    sending: null,
    can: { approve: false, submit: false, write: true },
  });
  expect(await taskRow(taskId)).toEqual(before);
  expect(await approve(people.client, draftId)).toMatchObject({ refusal: { code: "expired" } });
  const mails = await mailsAbout(draftId);
  expect(mails.map((mail) => mail.to_address.split("-")[0])).toEqual(["ana", "mira"]);
  expect(new Set(mails.map((mail) => mail.subject))).toEqual(
    new Set(["Not approved in time: the message to Tomas Lind"]),
  );
  for (const mail of mails) expect(mail.text_body).not.toContain("I will come");
});

/** Words that nobody put before Mira, for which there was a time. */
async function newUnsubmitted(own: Cast, by: Actor, text = "Dear Tomas, I wou") {
  const { draft, task } = await newDraft(own.client, by, text);
  const { version } = await look(own.client, draft.id);
  const neededBy = new Date(Date.now() + 3_600_000);
  must(await addressDraft(by, { id: draft.id, version }, { neededBy, recipients: [] }, now()));
  await asSuperuser("UPDATE drafts SET needed_by = now() - interval '1 minute' WHERE id = $1", [draft.id]);
  return { draftId: draft.id, taskId: task.id };
}

test("What Ana never put before Mira, Ana is told of, by the name of the task; Mira is not told that she missed it", async () => {
  const own = await cast();
  const { draftId } = await newUnsubmitted(own, own.assistant);
  must(await expireDrafts(own.system, origin));

  const [mail, ...more] = await mailsAbout(draftId);
  expect(more).toEqual([]);
  expect(mail?.to_address).toMatch(/^ana-/);
  expect(mail?.subject).toBe("Not ready in time: the words for “Answer Tomas”");
  expect(mail?.text_body).toContain("was not put before Mira Holt until then");
  expect(mail?.text_body).toContain("put it before Mira Holt.");
  expect(mail?.text_body).not.toMatch(/was to be approved|I wou/);
});

test("Mira is told of her own words, and of those whose writer cannot be told: an agent's, and what became hers alone", async () => {
  const own = await cast();
  const [hers, agents, secret] = [
    await newUnsubmitted(own, own.client),
    await newUnsubmitted(own, own.agent),
    await newUnsubmitted(own, own.assistant),
  ];
  const [task] = await asSuperuser<{ version: number }>("SELECT version FROM tasks WHERE id = $1", [
    secret.taskId,
  ]);
  must(await editTask(own.client, { id: secret.taskId, version: task?.version ?? 0, isPrivate: true }));
  must(await expireDrafts(own.system, origin));

  for (const [{ draftId }, says] of [
    [hers, "was to be approved by"],
    [agents, "was not put before you until then"],
    [secret, "was not put before you until then"],
  ] as const) {
    const mails = await mailsAbout(draftId);
    expect(mails.map((mail) => mail.to_address.split("-")[0])).toEqual(["mira"]);
    expect(mails[0]?.text_body).toContain(says);
  }
});

test("What is held can be taken away and brought back, and is held still", async () => {
  const { draftId } = await newLate(people);
  must(await expireDrafts(people.system, origin));

  must(await removeDraft(people.assistant, { id: draftId, latest: 1 }, now()));
  must(await restoreDraft(people.client, draftId));

  expect(await look(people.client, draftId)).toMatchObject({ state: "expired", removedAt: null });
  expect(await approve(people.client, draftId)).toMatchObject({ refusal: { code: "expired" } });
});

test("With another time it can be approved; when that passes, too, it is told again", async () => {
  const { draftId } = await newLate(people);
  must(await expireDrafts(people.system, origin));
  const { version } = await look(people.client, draftId);
  const neededBy = new Date(Date.now() + 3_600_000);
  must(await addressDraft(people.assistant, { id: draftId, version }, { neededBy }, now()));
  expect((await look(people.client, draftId)).can.approve).toBe(true);
  await asSuperuser("UPDATE drafts SET needed_by = now() - interval '1 second' WHERE id = $1", [draftId]);
  must(await expireDrafts(people.system, origin));

  expect((await look(people.client, draftId)).state).toBe("expired");
  expect(await mailsAbout(draftId)).toHaveLength(4);
});

test("Ana is not told of what became Mira's alone, nor after she has left; of a closed task nobody is", async () => {
  const own = await cast();
  const [secret, closed, left] = [await newLate(own), await newLate(own), await newLate(own)];
  const versionOf = async (id: string) =>
    (await asSuperuser<{ version: number }>("SELECT version FROM tasks WHERE id = $1", [id]))[0]?.version ??
    0;
  const hidden = { id: secret.taskId, version: await versionOf(secret.taskId), isPrivate: true };
  must(await editTask(own.client, hidden));
  const over = { id: closed.taskId, version: await versionOf(closed.taskId), note: "" };
  must(await declineTask(own.client, over, now()));
  must(await removeAssistant(own.client, own.assistant.userId as string, now()));
  must(await expireDrafts(own.system, origin));

  const told = async ({ draftId }: { draftId: string }) =>
    (await mailsAbout(draftId)).map((mail) => mail.to_address.split("-")[0]);
  expect(await told(secret)).toEqual(["mira"]);
  expect(await told(left)).toEqual(["mira"]);
  expect(await told(closed)).toEqual([]);
  expect((await look(own.client, closed.draftId)).state).toBe("expired");
});

test("However long anybody waits, and whatever runs by itself, nothing is approved and nothing leaves", async () => {
  const { client, assistant } = people;
  const waiting = [await newDraft(client, assistant), await newDraft(client, client)];
  for (const { draft } of waiting.slice(0, 1))
    must(await submitDraft(assistant, { id: draft.id, latest: 1 }, now()));
  const late = await newLate(people);
  const ids = [...waiting.map(({ draft }) => draft.id), late.draftId];
  await asSuperuser(
    "UPDATE drafts SET made_at = made_at - interval '2 years', submitted_at = submitted_at - interval '2 years' WHERE id = ANY ($1)",
    [ids],
  );
  for (const days of [0, 1, 800])
    for (const job of jobs) await job.run(new Date(Date.now() + days * 86_400_000));
  for (const job of jobs) await job.settle?.();

  // Sessions do not last that long, so Mira signs in again.
  const again = await secondWindow(client);
  const states = await Promise.all(ids.map(async (id) => (await look(again, id)).state));
  expect(states).toEqual(["submitted", "draft", "expired"]);
  for (const table of ["approvals", "sendings"])
    expect(await asSuperuser(`SELECT 1 FROM ${table} WHERE draft_id = ANY ($1)`, [ids])).toEqual([]);
  const columns = await asSuperuser<{ name: string }>(
    "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name ~ 'auto|approve_after|approves'",
  );
  expect([...columns, ...envKeys.filter((key) => /APPROV|AUTO/.test(key))]).toEqual([]);
});
