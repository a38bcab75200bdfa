import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTask } from "@/lib/queries/read-task";
import { addDaysOff } from "@/lib/use-cases/away/add-days-off";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { booking, noWord } from "../../support/book";
import { taskRow } from "../../support/draft/carry-scene";
import { appleInvite } from "../../support/invitations/apple";
import type { Asked } from "../../support/invitations/asked";
import { googleInvite } from "../../support/invitations/google";
import { invited, leaves } from "../../support/invitations/leaving";
import { answer, at, invitedDesk, receiveOne, taskOf, view } from "../../support/invitations/scene";
import { rowsOf, withDays } from "../../support/invitations/series";
import { stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});
afterAll(stopServers);

const weekly = { summary: "Weekly", rule: "FREQ=WEEKLY;COUNT=4" };
const friday = { startsAt: "2026-12-04T13:00:00.000Z", endsAt: "2026-12-04T13:30:00.000Z" };
const counter = { answer: "counter", slot: friday } as const;

/** A weekly invitation of which Mira proposes another time, and the mail that leaves with it. */
async function proposes(write: (series: Asked) => string = appleInvite, more: Partial<Asked> = {}) {
  const came = await invited(people, { ...weekly, ...more, write });
  const seen = await view(people.client, came.taskId);
  const { draft } = must(await answer(people.client, came.taskId, counter));
  return { ...came, seen, left: await leaves(people, draft.id, came.server) };
}
/** The lines that say which time is meant, and when it is to be instead. */
const times = (lines: string[]) =>
  lines.filter((line) => /^(RECURRENCE-ID|DTSTART;TZID|DTSTART:2|RRULE)/.test(line));
const answersOf = async (uid: string) => (await rowsOf(uid)).map((row) => row.answer);

describe("Another time for an invitation that repeats", () => {
  test("is proposed for the next time alone, by its RECURRENCE-ID, and says so; the series is still to be answered", async () => {
    const { first, taskId, seen, left } = await proposes();
    expect(seen.proposal).toEqual({
      startsAt: "2026-12-03T09:00:00.000Z",
      endsAt: "2026-12-03T09:30:00.000Z",
    });
    expect(left.lines).toEqual(expect.arrayContaining(["METHOD:COUNTER", `UID:${first.uid}`]));
    expect(times(left.lines).slice(-2)).toEqual([
      "RECURRENCE-ID;TZID=Europe/Berlin:20261203T100000",
      "DTSTART;TZID=Europe/Berlin:20261204T140000",
    ]);
    expect(left.mail.text?.trim()).toBe(
      "Mira Holt proposes another time for “Weekly” on Thu 3 Dec, 10:00, for that one time only: Fri 4 Dec, 14:00–14:30 (Europe/Berlin)",
    );
    expect(await answersOf(first.uid)).toEqual(["needs-action"]);
    expect(await taskRow(taskId)).toMatchObject({ state: "waiting" });
    expect((await view(people.client, taskId)).changed).toEqual([
      "Another time was proposed for Thu 3 Dec, 10:00. The others still wait for an answer.",
    ]);
    expect(must(await answer(people.client, taskId)).draft.state).toBe("approved");
  });

  test("names the time in the form of its series", async () => {
    const { left } = await proposes(googleInvite);
    expect(times(left.lines)).toEqual(["RECURRENCE-ID:20261203T090000Z", "DTSTART:20261204T130000Z"]);
    const days = (series: Asked) =>
      googleInvite(series)
        .replace(/DTSTART:[^\r]+/, "DTSTART;VALUE=DATE:20261203")
        .replace(/DTEND:[^\r]+/, "DTEND;VALUE=DATE:20261204");
    expect(times((await proposes(days)).left.lines)).toContain("RECURRENCE-ID;VALUE=DATE:20261203");
  });

  test("for a day that was moved is for that day, which alone is left open", async () => {
    const second = {
      recurrenceId: "2026-12-10T09:00:00Z",
      startsAt: "2026-12-01T12:00:00Z",
      endsAt: "2026-12-01T13:00:00Z",
    };
    const { first, seen, left } = await proposes((series) => withDays(series, second));
    expect(seen.proposal?.startsAt).toBe("2026-12-01T12:00:00.000Z");
    expect(times(left.lines)).toContain("RECURRENCE-ID;TZID=Europe/Berlin:20261210T100000");
    expect(await answersOf(first.uid)).toEqual(["needs-action", "tentative"]);
  });

  test("is for the time that is next once the series has moved", async () => {
    const { first, taskId } = await invited(people, { ...weekly, write: appleInvite, tag: "must-be-you" });
    const { draft } = must(await answer(people.assistant, taskId, counter));
    const later = { startsAt: "2026-12-03T11:00:00Z", endsAt: "2026-12-03T11:30:00Z", sequence: 1 };
    await receiveOne(people.client, appleInvite({ ...first, ...later }));
    const [row] = await asSuperuser<{ answer: { recurrenceId: unknown; startsAt: string } }>(
      "SELECT answer FROM drafts WHERE id = $1",
      [draft.id],
    );
    expect(row?.answer).toMatchObject({
      recurrenceId: { local: "2026-12-03T12:00:00", zone: "Europe/Berlin", isDay: false },
      startsAt: friday.startsAt,
      sequence: 1,
    });
  });

  test("that the organiser does not take brings the task back, with the day that stays", async () => {
    const { first, taskId } = await proposes();
    const no = {
      ...first,
      rule: undefined,
      recurrenceId: "2026-12-03T09:00:00Z",
      method: "DECLINECOUNTER",
    } as const;
    expect(await receiveOne(people.assistant, googleInvite(no))).toMatchObject({ what: "updated", taskId });
    expect((await view(people.client, taskId)).changed.at(-1)).toBe(
      "The organiser keeps the one on Thu 3 Dec, 10:00 as it was.",
    );
    expect(await taskRow(taskId)).toMatchObject({ state: "inbox" });
    expect(await answersOf(first.uid)).toEqual(["needs-action"]);
  });

  const dayOf = (first: Asked, more: Partial<Asked> = {}) =>
    appleInvite({
      ...first,
      ...friday,
      rule: undefined,
      recurrenceId: "2026-12-03T09:00:00Z",
      sequence: 1,
      ...more,
    });

  test("that the organiser takes is one story with the series: its task is back, says so, and answers for the day", async () => {
    const { first, taskId, server } = await proposes();
    const outcome = await receiveOne(people.assistant, dayOf(first));
    expect(outcome).toMatchObject({ what: "updated", taskId });
    expect((await view(people.client, taskId)).changed.at(-1)).toBe(
      "The one on Thu 3 Dec, 10:00 is now on Fri 4 Dec, 14:00–14:30, as was proposed.",
    );
    expect(await taskRow(taskId)).toMatchObject({ state: "inbox" });
    expect(await answersOf(first.uid)).toEqual(["needs-action", "needs-action"]);

    await leaves(people, must(await answer(people.client, taskId)).draft.id, server);
    expect(await answersOf(first.uid)).toEqual(["accepted", "accepted"]);
    expect(await taskRow(taskId)).toMatchObject({ state: "done" });
    expect(await receiveOne(people.assistant, dayOf(first))).toMatchObject({ what: "same" });
  });

  test("instead of which the organiser takes a third says which, in the same task", async () => {
    const { first, taskId } = await proposes();
    const third = { startsAt: "2026-12-04T15:00:00Z", endsAt: "2026-12-04T15:30:00Z" };
    expect(await receiveOne(people.assistant, dayOf(first, third))).toMatchObject({
      what: "updated",
      taskId,
    });
    expect((await view(people.client, taskId)).changed.at(-1)).toBe(
      "The one on Thu 3 Dec, 10:00 is now on Fri 4 Dec, 16:00–16:30.",
    );
  });

  test("is a day of its own where the series is answered by then, and where another day was meant", async () => {
    const { first, taskId, server } = await proposes();
    await leaves(people, must(await answer(people.client, taskId)).draft.id, server);
    const own = await receiveOne(people.assistant, dayOf(first));
    expect(taskOf(own)).not.toBe(taskId);

    const other = await proposes();
    const another = await receiveOne(
      people.assistant,
      dayOf(other.first, { recurrenceId: "2026-12-10T09:00:00Z" }),
    );
    expect(another.what).toBe("invited");
    expect(taskOf(another)).not.toBe(other.taskId);
  });

  test("reaches the organiser’s desk as a proposal for one time, and moves nothing there", async () => {
    const organiser = await invitedDesk();
    const { account, server, taskId, first } = await invited(people, { ...weekly, write: appleInvite });
    const event = booking({
      summary: "Weekly",
      start: "2026-12-03T10:00",
      end: "2026-12-03T10:30",
      zone: "Europe/Berlin",
      rule: weekly.rule,
      guests: [{ name: "Mira Holt", email: account.address, personId: null }],
    });
    const made = must(await createEvent(organiser.client, { event, ...noWord }, at));
    await asSuperuser("UPDATE events SET uid = $2, version = version + 1 WHERE id = $1", [
      made.id,
      first.uid,
    ]);
    const { raw } = await leaves(people, must(await answer(people.client, taskId, counter)).draft.id, server);
    const outcome = await receiveOne(organiser.client, raw);
    expect(outcome).toMatchObject({ what: "counter-proposed" });
    expect(await readTask(organiser.client, taskOf(outcome))).toMatchObject({
      title: "Mira Holt proposes another time for “Weekly” on Thu 3 Dec, 10:00: Fri 4 Dec, 14:00–14:30",
    });
    expect(await rowsOf(first.uid)).toHaveLength(2);
  });
});

describe("A time that is typed for an invitation that repeats", () => {
  test("is refused where it has passed, and asked about where Mira keeps it; Ana’s waits for her", async () => {
    must(await addDaysOff(people.client, { fromOn: "2026-12-18", toOn: "2026-12-18", label: "Porto" }));
    const { taskId } = await invited(people, {
      ...weekly,
      write: appleInvite,
      tag: "delegable",
      leave: true,
    });
    const past = { startsAt: "2026-11-24T08:00:00.000Z", endsAt: "2026-11-24T08:30:00.000Z" };
    expect(await answer(people.assistant, taskId, { answer: "counter", slot: past })).toMatchObject({
      refusal: { code: "invalid", fields: { slot: "That time has passed already." } },
    });
    const kept = { startsAt: "2026-12-18T13:00:00.000Z", endsAt: "2026-12-18T13:30:00.000Z" };
    expect(await answer(people.client, taskId, { answer: "counter", slot: kept })).toMatchObject({
      refusal: { code: "protected", kept: ["Porto"] },
    });
    const waits = must(await answer(people.assistant, taskId, { answer: "counter", slot: kept }));
    expect(waits.draft.state).toBe("submitted");
    expect(must(await answer(people.assistant, taskId, counter)).draft.state).toBe("released");
  });
});

describe("Another time for what happens once", () => {
  test("is proposed for the whole of it, and a day of a series that is asked about alone for that day", async () => {
    const { left, taskId } = await proposes(appleInvite, { rule: undefined });
    expect(times(left.lines).slice(-1)).toEqual(["DTSTART;TZID=Europe/Berlin:20261204T140000"]);
    expect(left.lines.filter((line) => line.startsWith("RECURRENCE-ID"))).toEqual([]);
    expect(await taskRow(taskId)).toMatchObject({ state: "done" });
    const day = await proposes(appleInvite, { rule: undefined, recurrenceId: "2026-12-03T08:00:00Z" });
    expect(day.seen.proposal).toBeNull();
    expect(times(day.left.lines)).toContain("RECURRENCE-ID;TZID=Europe/Berlin:20261203T090000");
    expect(await taskRow(day.taskId)).toMatchObject({ state: "done" });
  });

  test("for whole days is proposed in whole days, and is no time that has passed", async () => {
    const days = (series: Asked) =>
      googleInvite(series)
        .replace(/DTSTART:[^\r]+/, "DTSTART;VALUE=DATE:20261203")
        .replace(/DTEND:[^\r]+/, "DTEND;VALUE=DATE:20261205");
    const { server, taskId } = await invited(people, { summary: "Fair", write: days });
    // From midnight to midnight in Berlin, where the desk is.
    const slot = { startsAt: "2026-12-07T23:00:00.000Z", endsAt: "2026-12-09T23:00:00.000Z" };
    const { draft } = must(await answer(people.client, taskId, { answer: "counter", slot }));
    const { lines } = await leaves(people, draft.id, server);
    expect(lines).toEqual(
      expect.arrayContaining(["DTSTART;VALUE=DATE:20261208", "DTEND;VALUE=DATE:20261210"]),
    );
    const past = { startsAt: "2026-11-23T09:00:00.000Z", endsAt: "2026-11-23T10:00:00.000Z" };
    const other = await invited(people, { write: days });
    expect(await answer(people.client, other.taskId, { answer: "counter", slot: past })).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { slot: "That time has passed already." } },
    });
  });
});
