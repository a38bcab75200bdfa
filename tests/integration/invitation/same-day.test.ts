import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appleInvite } from "../../support/invitations/apple";
import { googleInvite } from "../../support/invitations/google";
import { invited, leaves } from "../../support/invitations/leaving";
import { answer, asked, invitedDesk, receiveOne, seen, taskOf } from "../../support/invitations/scene";
import { rowsOf } from "../../support/invitations/series";
import { stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});
afterAll(stopServers);

const recurrenceId = "2026-12-10T09:00:00Z";
const toFriday = { startsAt: "2026-12-11T09:00:00Z", endsAt: "2026-12-11T09:30:00Z" };
const toWednesday = { startsAt: "2026-12-09T09:00:00Z", endsAt: "2026-12-09T09:30:00Z" };

/** On which days of December a series stands. */
async function days(summary: string): Promise<string[]> {
  const entries = await seen(people.client, "2026-12-01", "2026-12-31");
  return entries.filter(({ title }) => title === summary).map(({ day }) => day.slice(8));
}

describe("A day of a series that is written in another form", () => {
  test("is moved again, not doubled; and a cancellation takes it off", async () => {
    const series = asked(people.mira, { summary: "Choir", rule: "FREQ=WEEKLY;COUNT=3" });
    const day = { ...series, rule: undefined, recurrenceId };
    await receiveOne(people.client, appleInvite(series));
    const first = await receiveOne(people.client, googleInvite({ ...day, ...toFriday, sequence: 1 }));
    expect(await days("Choir")).toEqual(["03", "11", "17"]);

    const again = await receiveOne(people.client, appleInvite({ ...day, ...toWednesday, sequence: 2 }));
    expect(again).toMatchObject({ what: "updated", eventId: first.eventId, taskId: first.taskId });
    expect(await days("Choir")).toEqual(["03", "09", "17"]);

    const off = { ...day, ...toWednesday, method: "CANCEL", sequence: 3 } as const;
    expect(await receiveOne(people.client, googleInvite(off))).toMatchObject({
      what: "cancelled",
      eventId: first.eventId,
    });
    expect((await rowsOf(series.uid)).map(({ status }) => status)).toEqual(["", "CANCELLED"]);
  });

  test("is answered in the form in which it was last written", async () => {
    const { server, account, first } = await invited(people, {
      rule: "FREQ=WEEKLY;COUNT=3",
      write: appleInvite,
    });
    const day = { ...first, invitee: account.address, rule: undefined, recurrenceId };
    const taskId = taskOf(
      await receiveOne(people.client, googleInvite({ ...day, ...toFriday, sequence: 1 })),
    );
    await receiveOne(people.client, appleInvite({ ...day, ...toWednesday, sequence: 2 }));
    const { lines } = await leaves(people, must(await answer(people.client, taskId)).draft.id, server);
    expect(lines).toContain("RECURRENCE-ID;TZID=Europe/Berlin:20261210T100000");
    expect((await rowsOf(first.uid)).map((row) => row.answer)).toEqual(["needs-action", "accepted"]);
  });

  test("as a bare day is the series’ time on it", async () => {
    const series = asked(people.mira, { summary: "Vespers", rule: "FREQ=WEEKLY;COUNT=3" });
    const day = { ...series, rule: undefined, recurrenceId };
    await receiveOne(people.client, appleInvite(series));
    await receiveOne(people.client, appleInvite({ ...day, ...toFriday, sequence: 1 }));
    const bare = appleInvite({ ...day, ...toWednesday, sequence: 2 }).replace(
      /RECURRENCE-ID[^\r]+/,
      "RECURRENCE-ID;VALUE=DATE:20261210",
    );
    expect(await receiveOne(people.client, bare)).toMatchObject({ what: "updated" });
    expect(await days("Vespers")).toEqual(["03", "09", "17"]);
  });

  test("at another hour that reads the same is another day’s", async () => {
    const series = asked(people.mira, { summary: "Hours", rule: "FREQ=HOURLY;COUNT=3" });
    const day = { ...series, rule: undefined };
    await receiveOne(people.client, appleInvite(series));
    // On the wall of Berlin both read 11:00 and 10:00; the instants tell them apart.
    await receiveOne(
      people.client,
      appleInvite({ ...day, recurrenceId: "2026-12-03T09:00:00Z", ...toFriday }),
    );
    await receiveOne(
      people.client,
      googleInvite({ ...day, recurrenceId: "2026-12-03T11:00:00Z", ...toWednesday }),
    );
    expect(await days("Hours")).toEqual(["03", "09", "11"]);
  });
});
