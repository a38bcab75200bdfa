import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tag } from "@/lib/domain/task/task";
import { readTask } from "@/lib/queries/read-task";
import { addDaysOff } from "@/lib/use-cases/away/add-days-off";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { approve } from "../../support/draft/scene";
import { appleInvite } from "../../support/invitations/apple";
import type { Asked } from "../../support/invitations/asked";
import { invited, leaves } from "../../support/invitations/leaving";
import {
  answer,
  asked,
  invitedDesk,
  newAnsweringAccount,
  receiveOne,
  taskOf,
} from "../../support/invitations/scene";
import { rowsOf, withDays } from "../../support/invitations/series";
import { stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
  must(await addDaysOff(people.client, { fromOn: "2026-12-11", toOn: "2026-12-11", label: "Porto" }));
});
afterAll(stopServers);

const weekly = { summary: "Weekly", rule: "FREQ=WEEKLY;COUNT=4" };
/** The second Thursday, moved: to the Friday that Mira keeps, unless said. */
const moved = {
  recurrenceId: "2026-12-10T09:00:00Z",
  startsAt: "2026-12-11T09:00:00Z",
  endsAt: "2026-12-11T09:30:00Z",
};
const free = { ...moved, startsAt: "2026-12-09T09:00:00Z", endsAt: "2026-12-09T09:30:00Z" };
const isKept = { ok: false, refusal: { code: "protected", clientName: "Mira Holt", kept: ["Porto"] } };

/** A delegable weekly invitation with Mira's leave to answer it, and days of it in the same message. */
async function delegable(...days: Parameters<typeof withDays>[1][]) {
  const { address } = await newAnsweringAccount(people.client, { leave: true });
  const series = asked(address, weekly);
  const taskId = taskOf(await receiveOne(people.client, withDays(series, ...days)));
  await tagAs("delegable", taskId);
  return { series, taskId };
}
async function tagAs(tag: Tag, id: string): Promise<void> {
  const task = await readTask(people.client, id);
  if (task?.tag !== tag) must(await retagTask(people.client, { id, version: task?.version ?? 0, tag }));
}
const invitedWith = (...days: Parameters<typeof withDays>[1][]) =>
  invited(people, { ...weekly, write: (series: Asked) => withDays(series, ...days) });
const answers = async (uid: string) => (await rowsOf(uid)).map((row) => row.answer);

describe("A series is promised with the days of it that were moved", () => {
  test("Mira is asked about a day that was moved into time she keeps, and says that she knows", async () => {
    const { series, taskId } = await delegable(moved);
    expect(await answer(people.client, taskId)).toEqual(isKept);
    const { draft } = must(await answer(people.client, taskId, { overProtected: true }));
    expect((await rowsOf(series.uid)).map(({ over }) => over)).toEqual([true, true]);
    must(await callBackDraft(people.client, draft.id));
    expect((await rowsOf(series.uid)).map(({ over }) => over)).toEqual([false, false]);
  });

  test("Ana promises none of it by leave: it waits for Mira", async () => {
    const { taskId } = await delegable(moved);
    const { draft } = must(await answer(people.assistant, taskId, { overProtected: true }));
    expect(draft.state).toBe("submitted");
    expect(await approve(people.client, draft.id)).toMatchObject(isKept);
    must(await approve(people.client, draft.id, { overProtected: true }));
  });

  test("a moved day that is called off takes nothing, and Ana answers by leave", async () => {
    const { series, taskId } = await delegable(moved);
    const off = { ...series, ...moved, rule: undefined, method: "CANCEL", sequence: 1 } as const;
    await receiveOne(people.client, appleInvite(off));
    expect(must(await answer(people.assistant, taskId)).draft.state).toBe("released");
  });

  test("a day that was moved to a free hour is in nobody's way, and declining promises nothing", async () => {
    const { taskId } = await delegable(free);
    expect(must(await answer(people.assistant, taskId)).draft.state).toBe("released");
    const other = await delegable(moved);
    expect(must(await answer(people.assistant, other.taskId, { answer: "declined" })).draft.state).toBe(
      "released",
    );
  });
});

describe("A day that must be Mira", () => {
  /** Two days of one series, each in a mail of its own: one that must be Mira, and one that Ana may answer. */
  async function twoDays() {
    const { address } = await newAnsweringAccount(people.client, { leave: true });
    const series = asked(address, weekly);
    const taskOfDay = async (startsAt: string, endsAt: string) => {
      const day = { ...series, rule: undefined, recurrenceId: startsAt, startsAt, endsAt, sequence: 1 };
      return taskOf(await receiveOne(people.client, appleInvite(day)));
    };
    const hers = await taskOfDay("2026-12-03T09:00:00Z", "2026-12-03T09:30:00Z");
    const anas = await taskOfDay("2026-12-17T09:00:00Z", "2026-12-17T09:30:00Z");
    await tagAs("must-be-you", hers);
    await tagAs("delegable", anas);
    return { series, hers, anas };
  }

  test("leaves the other days to Ana, and is itself answered by nobody else", async () => {
    const { hers, anas } = await twoDays();
    expect(must(await answer(people.assistant, anas)).draft.state).toBe("released");
    expect(must(await answer(people.assistant, hers)).draft.state).toBe("submitted");
  });

  test("and the series with it: whoever answers all of it answers that day, too", async () => {
    const { taskId, series } = await delegable();
    const day = { ...series, ...free, rule: undefined, sequence: 1 };
    const hers = taskOf(await receiveOne(people.client, appleInvite(day)));
    await tagAs("must-be-you", hers);
    expect(must(await answer(people.assistant, taskId)).draft.state).toBe("submitted");
  });
});

describe("A series is answered with the days of it that were moved", () => {
  test("after Mira’s yes they stand as accepted, after her no as declined", async () => {
    const { server, first, taskId } = await invitedWith(free);
    await leaves(people, must(await answer(people.client, taskId)).draft.id, server);
    expect(await answers(first.uid)).toEqual(["accepted", "accepted"]);

    const other = await invitedWith(free);
    const { draft } = must(await answer(people.client, other.taskId, { answer: "declined" }));
    await leaves(people, draft.id, other.server);
    expect(await answers(other.first.uid)).toEqual(["declined", "declined"]);
  });

  test("a day that was answered by itself keeps its answer, and one that is called off has none", async () => {
    const declined = { ...free, partstat: "DECLINED" };
    const { server, first, taskId } = await invitedWith(declined, {
      recurrenceId: "2026-12-17T09:00:00Z",
      startsAt: "2026-12-17T12:00:00Z",
      endsAt: "2026-12-17T12:30:00Z",
    });
    const off = { ...first, ...weekly, rule: undefined, method: "CANCEL", sequence: 1 } as const;
    await receiveOne(people.client, appleInvite({ ...off, recurrenceId: "2026-12-17T09:00:00Z" }));
    await leaves(people, must(await answer(people.client, taskId)).draft.id, server);
    expect(await answers(first.uid)).toEqual(["accepted", "declined", "needs-action"]);
  });
});
