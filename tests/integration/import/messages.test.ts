import { beforeAll, describe, expect, test } from "vitest";
import type { Asked } from "../../support/invitations/asked";
import { googleInvite } from "../../support/invitations/google";
import { outlookInvite, outlookReply } from "../../support/invitations/outlook";
import { asked, at, invitedDesk, noor, seen } from "../../support/invitations/scene";
import { asSuperuser } from "../../support/superuser";
import { confirm, file, preview, takeBack } from "./files";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});

/** Imports a file and gives what its one line said. */
async function bring(text: string) {
  const { id } = await preview(people.client, [file("invite.ics", text)], at);
  const { rows } = await confirm(people.client, id, at);
  return { id, why: rows[0]?.why ?? "", outcome: rows[0]?.outcome };
}

async function eventOf(uid: string) {
  const rows = await asSuperuser<{
    summary: string;
    status: string;
    answer: string;
    location: string;
    recurrence_id: string;
  }>(
    "SELECT summary, status, answer, location, recurrence_id FROM events WHERE uid = $1 AND removed_at IS NULL ORDER BY recurrence_id",
    [uid],
  );
  return rows;
}

/** An invitation that was imported, and that Mira has accepted since. */
async function here(more: Partial<Asked> = {}, write = googleInvite): Promise<Asked> {
  const first = asked(people.mira, { place: "Room 4", ...more });
  await bring(write(first));
  await asSuperuser("UPDATE events SET answer = 'accepted' WHERE uid = $1", [first.uid]);
  return first;
}

describe("A file that says something about an entry that is here", () => {
  test("calls it off and leaves its words; taken back, it takes place", async () => {
    const first = await here();
    const { id, why } = await bring(
      googleInvite({ ...first, method: "CANCEL", sequence: 1, summary: "Cancelled", place: "" }),
    );
    expect(why).toContain("It was cancelled.");
    expect(await eventOf(first.uid)).toEqual([
      expect.objectContaining({ status: "CANCELLED", summary: "Budget review", location: "Room 4" }),
    ]);
    await takeBack(people.client, id, at);
    expect(await eventOf(first.uid)).toEqual([expect.objectContaining({ status: "confirmed" })]);
  });

  test("calls one day of a series off", async () => {
    const first = await here({ summary: "Choir", rule: "FREQ=WEEKLY;COUNT=3" }, outlookInvite);
    const day = {
      recurrenceId: "2026-12-10T09:00:00Z",
      startsAt: "2026-12-10T09:00:00Z",
      endsAt: "2026-12-10T09:30:00Z",
    };
    await bring(outlookInvite({ ...first, ...day, rule: undefined, method: "CANCEL", sequence: 1 }));
    const days = (await seen(people.client, "2026-12-01", "2026-12-31")).filter(
      ({ title }) => title === "Choir",
    );
    expect(days.map((one) => one.day)).toEqual(["2026-12-03", "2026-12-17"]);
  });

  test("moves and calls off the same day of a series, in whichever zone it is written", async () => {
    const first = await here({ summary: "Vespers", rule: "FREQ=WEEKLY;COUNT=3" }, outlookInvite);
    const day = {
      ...first,
      rule: undefined,
      recurrenceId: "2026-12-10T09:00:00Z",
      startsAt: "2026-12-11T09:00:00Z",
      endsAt: "2026-12-11T09:30:00Z",
    };
    await bring(googleInvite({ ...day, sequence: 1 }));
    const off = await bring(outlookInvite({ ...day, method: "CANCEL", sequence: 2 }));
    expect(off.why).toContain("It was cancelled.");
    expect(await eventOf(first.uid)).toHaveLength(2);
    const days = (await seen(people.client, "2026-12-01", "2026-12-31")).filter(
      ({ title }) => title === "Vespers",
    );
    expect(days.map((one) => one.day)).toEqual(["2026-12-03", "2026-12-17"]);
  });

  test("leaves what was answered while its time stands, and asks again when that moves", async () => {
    const first = await here();
    await bring(googleInvite({ ...first, sequence: 1, place: "Room 5" }));
    expect(await eventOf(first.uid)).toEqual([
      expect.objectContaining({ answer: "accepted", location: "Room 5" }),
    ]);
    await bring(
      googleInvite({
        ...first,
        sequence: 2,
        startsAt: "2026-12-04T09:00:00Z",
        endsAt: "2026-12-04T10:00:00Z",
      }),
    );
    expect(await eventOf(first.uid)).toEqual([expect.objectContaining({ answer: "needs-action" })]);
  });

  test.each([
    [
      "older",
      { sequence: 0, stamp: "2026-11-23T08:00:00Z", place: "Room 9" },
      "The calendar has a newer version of it.",
    ],
    [
      "of somebody else",
      { sequence: 5, organiser: { name: "Kim", address: "kim@else.test" } },
      "It comes from somebody else than whose event it is.",
    ],
  ])("changes nothing where it is %s", async (_, more, why) => {
    const first = await here();
    expect((await bring(googleInvite({ ...first, ...more }))).why).toContain(why);
    expect(await eventOf(first.uid)).toEqual([
      expect.objectContaining({ location: "Room 4", answer: "accepted" }),
    ]);
  });

  test("is no entry where it is an answer to one", async () => {
    const first = await here();
    const reply = outlookReply({ ...first, method: "REPLY", guest: noor, partstat: "DECLINED" });
    expect((await bring(reply)).why).toContain("This is said about it. Take it in as an invitation.");
    expect(await eventOf(first.uid)).toEqual([expect.objectContaining({ summary: "Budget review" })]);
  });
});
