import { beforeAll, describe, expect, test } from "vitest";
import { readTask } from "@/lib/queries/read-task";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { appleInvite } from "../../support/invitations/apple";
import type { Asked } from "../../support/invitations/asked";
import { googleInvite, googleMail } from "../../support/invitations/google";
import { outlookInvite } from "../../support/invitations/outlook";
import { asked, at, invitedDesk, receiveOne, seen, taskOf, view } from "../../support/invitations/scene";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});

const later = {
  startsAt: "2026-12-03T10:00:00Z",
  endsAt: "2026-12-03T10:30:00Z",
  stamp: "2026-11-24T08:30:00Z",
};

/** An invitation that is here, with its task. */
async function here(more: Partial<Asked> = {}, write = googleInvite) {
  const first = asked(people.mira, more);
  const outcome = await receiveOne(people.client, write(first));
  return { first, outcome, taskId: taskOf(outcome) };
}

/** Mira has said something already, past the mail that says it. */
async function answered(uid: string, answer: string): Promise<void> {
  await asSuperuser("UPDATE events SET answer = $2, version = version + 1 WHERE uid = $1", [uid, answer]);
}

describe("An invitation that changes", () => {
  test("to another time says so on its open task, which is due then", async () => {
    const { first, taskId } = await here({ sequence: 1 });
    const outcome = await receiveOne(
      people.assistant,
      googleInvite({ ...first, ...later, sequence: 2, place: "Room 5" }),
    );
    expect(outcome).toMatchObject({
      what: "updated",
      taskId,
      says: "“Budget review” has changed. Moved from Thu 3 Dec, 10:00 to 11:00. Now at Room 5.",
    });
    expect(await readTask(people.client, taskId)).toMatchObject({
      title: "Invitation · Budget review, Thu, 3 Dec 2026, 11:00",
      dueAt: "2026-12-03T10:00:00.000Z",
      fields: { startsAt: "2026-12-03T10:00:00.000Z", place: "Room 5" },
    });
    expect((await view(people.client, taskId)).changed).toEqual([
      "Moved from Thu 3 Dec, 10:00 to 11:00.",
      "Now at Room 5.",
    ]);
  });

  test("wakes its task, where that slept until they answer, or would sleep past the time that it has now", async () => {
    const put = async (until: string | null) => {
      const { first, taskId } = await here({ sequence: 1 });
      const asleep = { until: until === null ? null : new Date(until), untilAnswer: until === null };
      must(await snoozeTask(people.assistant, { id: taskId, version: 1, ...asleep }, at));
      await receiveOne(people.assistant, googleInvite({ ...first, ...sooner, sequence: 2 }));
      return (await readTask(people.client, taskId))?.snoozedUntil ?? null;
    };
    const sooner = { ...later, startsAt: "2026-12-01T09:00:00Z", endsAt: "2026-12-01T09:30:00Z" };

    expect(await put(null)).toBe(null);
    expect(await put("2026-12-02T09:00:00Z")).toBe(null);
    expect(await put("2026-11-30T09:00:00Z")).toBe("2026-11-30T09:00:00.000Z");
  });

  test("counts by its sequence, then by its stamp; what is older changes nothing", async () => {
    const { first, taskId } = await here({ sequence: 3 });
    const older = { ...first, ...later, sequence: 2, stamp: "2026-11-25T08:00:00Z" };
    expect(await receiveOne(people.client, outlookInvite(older))).toMatchObject({
      what: "older",
      says: "This is older than what is known of “Budget review”. Nothing was changed.",
    });
    const earlier = { ...first, ...later, stamp: "2026-11-24T07:59:59Z" };
    expect((await receiveOne(people.client, googleInvite(earlier))).what).toBe("older");
    expect((await view(people.client, taskId)).startsAt).toBe("2026-12-03T09:00:00.000Z");

    const stamped = { ...first, summary: "Budget, again", stamp: "2026-11-24T08:00:01Z" };
    expect(await receiveOne(people.client, googleInvite(stamped))).toMatchObject({
      what: "updated",
      says: "“Budget, again” has changed. Now called “Budget, again”, before “Budget review”.",
    });
  });

  test("asks again when it moves after it was answered, and not when only its words change", async () => {
    const { first, taskId } = await here();
    const task = await readTask(people.client, taskId);
    must(await completeTask(people.client, { id: taskId, version: task?.version ?? 0, note: "" }, at));
    await answered(first.uid, "accepted");
    const words = { ...first, place: "Room 9", sequence: 1 };
    expect(await receiveOne(people.client, googleInvite(words))).toMatchObject({
      what: "updated",
      taskId: null,
    });
    const [still] = await asSuperuser<{ answer: string }>("SELECT answer FROM events WHERE uid = $1", [
      first.uid,
    ]);
    expect(still?.answer).toBe("accepted");

    const moved = { ...first, ...later, sequence: 2 };
    const outcome = await receiveOne(people.assistant, googleInvite(moved));
    expect(outcome.says).toContain("Moved from Thu 3 Dec, 10:00 to 11:00.");
    expect(outcome.says).toContain("It asks for an answer again.");
    expect(taskOf(outcome)).not.toBe(taskId);
    expect(await view(people.client, taskOf(outcome))).toMatchObject({ answer: "needs-action" });
    expect(await readTask(people.client, taskId)).toMatchObject({ state: "done" });
    expect((await receiveOne(people.client, googleInvite(moved))).what).toBe("same");
  });

  test("from somebody who is not its organiser changes nothing, and lies before a person once", async () => {
    const { first, taskId } = await here();
    const organiser = { name: "Kim Lee", address: "kim@else.test" };
    const forged = googleInvite({ ...first, ...later, organiser, sequence: 9 });
    const outcome = await receiveOne(people.assistant, forged);
    expect(outcome.what).toBe("party-crasher");
    expect(await readTask(people.client, taskOf(outcome))).toMatchObject({
      kind: "other",
      title: "Kim Lee writes about “Budget review”, which is not theirs",
    });
    expect(taskOf(await receiveOne(people.client, forged))).toBe(taskOf(outcome));
    expect((await view(people.client, taskId)).startsAt).toBe("2026-12-03T09:00:00.000Z");
    const cancel = googleInvite({ ...first, organiser, method: "CANCEL", sequence: 9 });
    expect((await receiveOne(people.client, cancel)).what).toBe("party-crasher");
  });
});

describe("What is written in the organiser’s name, in a mail of somebody else", () => {
  const from = { name: "Kim Lee", address: "kim@else.test" };
  const sentence = "It was sent by kim@else.test, not by the organiser.";

  test("says so on the task that asks about it", async () => {
    const { first, taskId } = await here({ summary: "Tasting" });
    await receiveOne(people.assistant, googleMail({ ...first, ...later, sequence: 1, from }));
    expect((await view(people.client, taskId)).changed.at(-1)).toBe(sentence);

    await receiveOne(people.assistant, googleMail({ ...first, from, method: "CANCEL", sequence: 2 }));
    expect((await view(people.client, taskId)).changed.slice(-2)).toEqual([
      "The organiser has cancelled it.",
      sentence,
    ]);
  });

  test("calls a person where nobody has it before them any more", async () => {
    const { first, taskId } = await here({ summary: "Fitting" });
    const task = await readTask(people.client, taskId);
    must(await completeTask(people.client, { id: taskId, version: task?.version ?? 0, note: "" }, at));
    await answered(first.uid, "accepted");

    const words = { ...first, place: "Room 9", sequence: 1, from };
    const changed = await receiveOne(people.assistant, googleMail(words));
    const cancel = { ...first, method: "CANCEL", sequence: 2, from } as const;
    const calledOff = await receiveOne(people.assistant, googleMail(cancel));

    expect(await readTask(people.client, taskOf(changed))).toMatchObject({
      kind: "other",
      title: "Kim Lee changed “Fitting”, and is not its organiser",
    });
    expect(await readTask(people.client, taskOf(calledOff))).toMatchObject({
      title: "Kim Lee called off “Fitting”, and is not its organiser",
    });
  });
});

describe("An invitation that is called off", () => {
  test.each([
    ["Google", googleInvite],
    ["Outlook", outlookInvite],
    ["Apple", appleInvite],
  ])("by %s is off the calendar, and its task says so without being closed", async (name, write) => {
    const summary = `Call, ${name}`;
    const { first, taskId } = await here({ summary }, write);
    const outcome = await receiveOne(people.assistant, write({ ...first, method: "CANCEL", sequence: 1 }));
    expect(outcome).toMatchObject({
      what: "cancelled",
      taskId,
      says: `“${summary}” is cancelled. It is off the calendar.`,
    });
    expect(await readTask(people.client, taskId)).toMatchObject({
      title: `Cancelled · ${summary}, Thu, 3 Dec 2026, 10:00`,
      state: "inbox",
    });
    expect(await view(people.client, taskId)).toMatchObject({
      isCancelled: true,
      changed: ["The organiser has cancelled it."],
      can: { send: false },
    });
    expect((await seen(people.client, "2026-12-03", "2026-12-04")).map(({ title }) => title)).not.toContain(
      summary,
    );
    expect((await receiveOne(people.client, write({ ...first, method: "CANCEL", sequence: 1 }))).what).toBe(
      "same",
    );
  });

  test("for one day leaves the others, and a newer message brings that day back", async () => {
    const { first, taskId } = await here({ summary: "Choir", rule: "FREQ=WEEKLY;COUNT=3" }, outlookInvite);
    const day = {
      ...first,
      rule: undefined,
      recurrenceId: "2026-12-10T09:00:00Z",
      startsAt: "2026-12-10T09:00:00Z",
      endsAt: "2026-12-10T09:30:00Z",
    };
    const days = async () =>
      (await seen(people.client, "2026-12-01", "2026-12-31"))
        .filter(({ title }) => title === "Choir")
        .map((one) => one.day);
    expect(
      await receiveOne(people.client, outlookInvite({ ...day, method: "CANCEL", sequence: 1 })),
    ).toMatchObject({
      what: "cancelled",
      summary: "Choir, Thu 10 Dec, 10:00",
    });
    expect(await days()).toEqual(["2026-12-03", "2026-12-17"]);
    expect((await view(people.client, taskId)).changed).toEqual([
      "The one on Thu 10 Dec, 10:00 is cancelled.",
    ]);

    expect((await receiveOne(people.client, outlookInvite({ ...day, sequence: 2 }))).what).toBe("updated");
    expect(await days()).toEqual(["2026-12-03", "2026-12-10", "2026-12-17"]);
  });

  test("need not say when it would have been", async () => {
    const { first } = await here({ summary: "Retreat" });
    const off = googleInvite({ ...first, method: "CANCEL", sequence: 1 }).replace(
      /^DT(START|END):.*\r\n/gm,
      "",
    );
    expect(await receiveOne(people.client, off)).toMatchObject({
      what: "cancelled",
      says: "“Retreat” is cancelled. It is off the calendar.",
    });
    expect((await seen(people.client, "2026-12-03", "2026-12-04")).map(({ title }) => title)).not.toContain(
      "Retreat",
    );
  });

  test("that was never here is said not to be", async () => {
    expect(
      await receiveOne(people.client, googleInvite(asked(people.mira, { method: "CANCEL" }))),
    ).toMatchObject({
      what: "unknown",
      says: "“Budget review” is not on this calendar.",
    });
  });
});
