import { beforeAll, describe, expect, test } from "vitest";
import { readEvent } from "@/lib/queries/read-event";
import { readTask } from "@/lib/queries/read-task";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { editEvent } from "@/lib/use-cases/calendar/edit-event";
import { createTask } from "@/lib/use-cases/task/create-task";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { booking, noWord, targetOf } from "../../support/book";
import type { Replied } from "../../support/invitations/asked";
import { googleInvite } from "../../support/invitations/google";
import { outlookReply } from "../../support/invitations/outlook";
import { asked, at, invitedDesk, noor, receiveOne, taskOf } from "../../support/invitations/scene";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});

/** A supper of Mira's to which Noor comes along, every Thursday where said. */
async function supper(rule = "") {
  const event = {
    summary: "Supper",
    start: "2026-12-03T19:00",
    end: "2026-12-03T22:00",
    allDay: false,
    zone: "Europe/Berlin",
    place: "",
    link: "",
    note: "",
    rule,
    guests: [{ name: noor.name, email: noor.address, personId: null }],
    isPrivate: false,
    isFree: false,
    travelMinutes: null,
    wantsCheck: null,
  };
  const { id } = must(await createEvent(people.client, { event, overProtected: false, hold: false }, at));
  const [row] = await asSuperuser<{ uid: string }>("SELECT uid FROM events WHERE id = $1", [id]);
  return { id, uid: row?.uid ?? "" };
}

function reply(uid: string, more: Partial<Replied> = {}): string {
  return outlookReply({
    uid,
    summary: "Supper",
    startsAt: "2026-12-03T18:00:00Z",
    endsAt: "2026-12-03T21:00:00Z",
    stamp: "2026-11-24T08:00:00Z",
    guest: noor,
    partstat: "ACCEPTED",
    ...more,
  });
}

async function guestsOf(id: string) {
  const [row] = await asSuperuser<{ attendees: Record<string, unknown>[] }>(
    "SELECT attendees FROM events WHERE id = $1",
    [id],
  );
  return row?.attendees ?? [];
}

describe("An answer to what Mira asked", () => {
  test("is noted on its list, though Outlook says nowhere whom it answers", async () => {
    const { id, uid } = await supper();
    expect(await receiveOne(people.assistant, reply(uid))).toMatchObject({
      what: "reply-noted",
      eventId: id,
      says: "Noor Haddad comes to “Supper”. That is noted.",
    });
    expect(await guestsOf(id)).toEqual([
      expect.objectContaining({ email: noor.address, status: "accepted" }),
    ]);
    expect((await receiveOne(people.client, reply(uid))).what).toBe("same");
  });

  test("is noted where it does not say when the supper is", async () => {
    const { id, uid } = await supper();
    const said = reply(uid, { partstat: "DECLINED" }).replace(/^DT(START|END)[;:].*\r\n/gm, (line) =>
      line.includes("1601") ? line : "",
    );
    expect((await receiveOne(people.client, said)).what).toBe("reply-noted");
    expect(await guestsOf(id)).toEqual([
      expect.objectContaining({ email: noor.address, status: "declined" }),
    ]);
  });

  test("stays with its guest when the supper is called something else, and that of each day with its day", async () => {
    const { id, uid } = await supper("FREQ=WEEKLY;COUNT=4");
    const day = reply(uid, { partstat: "DECLINED", recurrenceId: "2026-12-10T18:00:00Z" });
    const other = reply(uid, { recurrenceId: "2026-12-17T18:00:00Z", stamp: "2026-11-24T07:00:00Z" });
    for (const text of [reply(uid), day, other])
      expect((await receiveOne(people.client, text)).what).toBe("reply-noted");
    const event = await readEvent(people.client, id, null, at);
    if (event === null) throw new Error("it is not there");
    const renamed = { ...targetOf(event), event: booking({ ...event, summary: "Late supper" }), ...noWord };
    must(await editEvent(people.client, renamed, at));

    const days = { "2026-12-10T18:00:00Z": "declined", "2026-12-17T18:00:00Z": "accepted" };
    expect(await guestsOf(id)).toEqual([expect.objectContaining({ status: "accepted", days })]);
    for (const text of [reply(uid), day, other])
      expect((await receiveOne(people.client, text)).what).toBe("same");
  });

  test("counts by when it was given, not by when it came", async () => {
    const { id, uid } = await supper();
    const no = reply(uid, { partstat: "DECLINED", stamp: "2026-11-24T08:45:00Z" });
    expect((await receiveOne(people.client, no)).says).toBe(
      "Noor Haddad does not come to “Supper”. That is noted.",
    );
    expect((await receiveOne(people.client, reply(uid))).what).toBe("older");
    expect(await guestsOf(id)).toEqual([expect.objectContaining({ status: "declined" })]);
  });

  test("to one day of a series is noted for that day", async () => {
    const { id, uid } = await supper("FREQ=WEEKLY;COUNT=4");
    const day = reply(uid, { partstat: "DECLINED", recurrenceId: "2026-12-10T18:00:00Z" });
    expect((await receiveOne(people.client, day)).what).toBe("reply-noted");
    expect(await guestsOf(id)).toEqual([
      expect.objectContaining({ days: { "2026-12-10T18:00:00Z": "declined" } }),
    ]);
  });

  test("of somebody who was not asked is noted nowhere, and lies before a person", async () => {
    const { id, uid } = await supper();
    const crasher = reply(uid, {
      guest: { name: "Kim Lee", address: "kim@else.test" },
      comment: "I bring wine.",
    });
    const outcome = await receiveOne(people.assistant, crasher);
    expect(outcome).toMatchObject({ what: "party-crasher" });
    expect(await readTask(people.assistant, taskOf(outcome))).toMatchObject({
      kind: "other",
      title: "Kim Lee answers “Supper” without having been asked",
      note: "kim@else.test\n\nI bring wine.",
    });
    expect(await guestsOf(id)).toHaveLength(1);
    expect(taskOf(await receiveOne(people.client, crasher))).toBe(taskOf(outcome));
  });

  test("that proposes another time moves nothing, and is a task with the time in it", async () => {
    const { uid } = await supper();
    const counter = reply(uid, {
      method: "COUNTER",
      partstat: "TENTATIVE",
      startsAt: "2026-12-04T18:00:00Z",
      endsAt: "2026-12-04T21:00:00Z",
    });
    const outcome = await receiveOne(people.assistant, counter);
    expect(outcome).toMatchObject({
      what: "counter-proposed",
      says: "Noor Haddad proposes another time for “Supper”. There is a task for it.",
    });
    expect(await readTask(people.assistant, taskOf(outcome))).toMatchObject({
      title: "Noor Haddad proposes another time for “Supper”: Fri 4 Dec, 19:00–22:00",
      person: { name: "Noor Haddad" },
      fields: { startsAt: "2026-12-04T18:00:00.000Z" },
    });
  });

  test("that proposes another time is an answer: what slept until Noor answers wakes, once", async () => {
    const { uid } = await supper();
    const [row] = await asSuperuser<{ id: string }>(
      "SELECT id FROM persons WHERE workspace_id = $1 AND name = 'Noor Haddad'",
      [people.client.workspace.id],
    );
    const about = { kind: "other", title: "What shall we cook?", personId: row?.id ?? null } as const;
    const { id } = must(await createTask(people.client, about, at)).task;
    const put = { id, until: null, untilAnswer: true };
    must(await snoozeTask(people.assistant, { ...put, version: 1 }, at));
    const counter = reply(uid, { method: "COUNTER", partstat: "TENTATIVE" });

    await receiveOne(people.assistant, counter);
    expect(await readTask(people.assistant, id)).toMatchObject({ snoozedUntilAnswer: false });

    must(await snoozeTask(people.assistant, { ...put, version: 3 }, at));
    await receiveOne(people.assistant, counter);
    expect(await readTask(people.assistant, id)).toMatchObject({ snoozedUntilAnswer: true });
  });

  test("to what somebody else asked, or to what is not here, is said to be that", async () => {
    const first = asked(people.mira);
    await receiveOne(people.client, googleInvite(first));
    expect((await receiveOne(people.client, reply(first.uid))).says).toBe(
      "This answers “Budget review”, which somebody else has asked to. There is nothing to note.",
    );
    expect((await receiveOne(people.client, reply("unknown@else.test"))).says).toBe(
      "“Accepted: Supper” is not on this calendar.",
    );
  });
});

describe("What is private", () => {
  test("is absent for Ana in every message about it", async () => {
    const { id, uid } = await supper();
    await asSuperuser("UPDATE events SET is_private = true WHERE id = $1", [id]);
    expect(await receiveOne(people.assistant, reply(uid))).toMatchObject({
      what: "unknown",
      eventId: null,
      taskId: null,
    });
    const first = asked(people.mira);
    await receiveOne(people.client, googleInvite(first));
    await asSuperuser("UPDATE events SET is_private = true WHERE uid = $1", [first.uid]);
    await asSuperuser("UPDATE tasks SET is_private = true WHERE fields ->> 'eventUid' = $1", [first.uid]);
    const cancel = googleInvite({ ...first, method: "CANCEL", sequence: 1 });
    expect(await receiveOne(people.assistant, cancel)).toMatchObject({ what: "unknown", eventId: null });
    const moved = googleInvite({ ...first, sequence: 2 });
    expect(await receiveOne(people.assistant, moved)).toMatchObject({
      what: "same",
      eventId: null,
      taskId: null,
    });
    expect((await receiveOne(people.client, moved)).what).toBe("updated");
  });

  test("cannot be brought in by Ana, who is told who can", async () => {
    const marked = googleInvite(asked(people.mira)).replace("TRANSP:OPAQUE", "CLASS:PRIVATE");
    expect(await receiveOne(people.assistant, marked)).toMatchObject({
      says: "“Budget review” is marked private: only Mira can bring it in.",
      eventId: null,
    });
    expect((await receiveOne(people.client, marked)).what).toBe("invited");
  });
});
