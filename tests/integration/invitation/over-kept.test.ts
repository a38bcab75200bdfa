import { beforeAll, describe, expect, test } from "vitest";
import { readTask } from "@/lib/queries/read-task";
import { addDaysOff } from "@/lib/use-cases/away/add-days-off";
import { protectTime } from "@/lib/use-cases/calendar/protect-time";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { releaseDraft } from "@/lib/use-cases/draft/release-draft";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { approve, look } from "../../support/draft/scene";
import { googleInvite } from "../../support/invitations/google";
import {
  answer,
  asked,
  at,
  invitedDesk,
  newAnsweringAccount,
  receiveOne,
  taskOf,
  view,
} from "../../support/invitations/scene";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
  must(await addDaysOff(people.client, { fromOn: "2026-12-10", toOn: "2026-12-10", label: "Porto" }));
  const hours = {
    title: "Fridays",
    firstOn: "2026-12-04",
    allDay: false,
    from: "08:00",
    minutes: 240,
    zone: "UTC",
    rule: "FREQ=WEEKLY;BYDAY=FR",
    exceptOn: [],
  };
  must(await protectTime(people.client, hours, at));
});

const overPorto = { startsAt: "2026-12-10T09:00:00Z", endsAt: "2026-12-10T10:00:00Z" };

/** A delegable invitation, with Mira's leave to answer it. */
async function delegable(more: Partial<Parameters<typeof asked>[1]> = {}) {
  const { address } = await newAnsweringAccount(people.client, { leave: true });
  const first = asked(address, more);
  const taskId = taskOf(await receiveOne(people.client, googleInvite(first)));
  const task = await readTask(people.client, taskId);
  must(await retagTask(people.client, { id: taskId, version: task?.version ?? 0, tag: "delegable" }));
  return { first, taskId };
}

async function isOverProtected(uid: string): Promise<boolean> {
  const [row] = await asSuperuser<{ over: boolean }>(
    "SELECT over_protected AS over FROM events WHERE uid = $1",
    [uid],
  );
  return row?.over ?? false;
}

describe("Time that Mira keeps", () => {
  test("is shown before anybody answers, with what is free instead", async () => {
    const { taskId } = await delegable(overPorto);
    const { conflicts, slots, slotText } = await view(people.assistant, taskId);
    expect(conflicts).toEqual([expect.objectContaining({ kind: "kept", source: "away", title: "Porto" })]);
    expect(slots).toHaveLength(3);
    expect(slotText.split("\n")).toHaveLength(3);
  });

  test("Mira promises when she says that she knows, and no longer when she takes it back", async () => {
    const { first, taskId } = await delegable(overPorto);
    expect(await answer(people.client, taskId)).toEqual({
      ok: false,
      refusal: { code: "protected", clientName: "Mira Holt", kept: ["Porto"] },
    });
    const { draft } = must(await answer(people.client, taskId, { overProtected: true }));
    expect(draft.state).toBe("approved");
    expect(await isOverProtected(first.uid)).toBe(true);
    must(await callBackDraft(people.client, draft.id));
    expect(await isOverProtected(first.uid)).toBe(false);
  });

  test("Ana does not promise, whatever leave she has: it waits for Mira, who says that she knows", async () => {
    const { first, taskId } = await delegable(overPorto);
    const { draft } = must(await answer(people.assistant, taskId, { overProtected: true }));
    expect(draft.state).toBe("submitted");
    const { seal } = await look(people.assistant, draft.id);
    expect(await releaseDraft(people.assistant, { id: draft.id, seal }, at, "firsthand.test")).toMatchObject({
      ok: false,
      refusal: { code: "only-client-approves" },
    });
    expect(await approve(people.client, draft.id)).toMatchObject({
      ok: false,
      refusal: { code: "protected" },
    });
    must(await approve(people.client, draft.id, { overProtected: true }));
    expect(await isOverProtected(first.uid)).toBe(true);
  });

  test("can be declined by leave", async () => {
    const { taskId } = await delegable(overPorto);
    expect(must(await answer(people.assistant, taskId, { answer: "declined" })).draft.state).toBe("released");
  });

  test("is promised by no time that is proposed instead", async () => {
    const { taskId } = await delegable();
    const slot = { startsAt: "2026-12-04T09:00:00.000Z", endsAt: "2026-12-04T09:30:00.000Z" };
    expect(await answer(people.client, taskId, { answer: "counter", slot })).toMatchObject({
      ok: false,
      refusal: { code: "protected", kept: ["Fridays"] },
    });
    expect(must(await answer(people.assistant, taskId, { answer: "counter", slot })).draft.state).toBe(
      "submitted",
    );
  });

  test("counts in every week of a series that is promised", async () => {
    const { taskId } = await delegable({
      rule: "FREQ=DAILY;COUNT=5",
      startsAt: "2026-12-01T09:00:00Z",
      endsAt: "2026-12-01T09:30:00Z",
    });
    const { conflicts, series } = await view(people.client, taskId);
    expect(conflicts).toEqual([]);
    const overKept = series?.clashing.filter(({ conflicts: all }) => all.some(({ kind }) => kind === "kept"));
    expect(overKept?.map(({ startsAt }) => startsAt)).toEqual(["2026-12-04T09:00:00.000Z"]);
    expect(await answer(people.client, taskId)).toMatchObject({
      ok: false,
      refusal: { code: "protected", kept: ["Fridays"] },
    });
    expect(must(await answer(people.assistant, taskId)).draft.state).toBe("submitted");
  });
});
