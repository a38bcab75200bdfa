import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { InvitationView } from "@/lib/domain/calendar/answer";
import { addDaysOff } from "@/lib/use-cases/away/add-days-off";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { booking, noWord } from "../../support/book";
import { appleInvite } from "../../support/invitations/apple";
import { asked, at, invitedDesk, receiveOne, taskOf, view } from "../../support/invitations/scene";
import { withDays } from "../../support/invitations/series";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeEach(async () => {
  people = await invitedDesk();
  must(await addDaysOff(people.client, { fromOn: "2026-12-11", toOn: "2026-12-11", label: "Porto" }));
  await put("Fitting", "2026-12-17T10:15", "2026-12-17T11:00");
  await put("Clinic", "2026-12-24T10:00", "2026-12-24T11:00", { isPrivate: true });
  await put("Board", "2027-01-07T09:00", "2027-01-07T09:50", { place: "Ministry" });
});

/** An entry of Mira's own, on the wall of Berlin. */
async function put(
  summary: string,
  start: string,
  end: string,
  more: { isPrivate?: boolean; place?: string } = {},
) {
  const event = booking({ summary, start, end, zone: "Europe/Berlin", ...more });
  must(await createEvent(people.client, { event, ...noWord }, at));
}

/** An invitation of Noor's for Thursdays at ten in Berlin; its second day, where said, moved elsewhere. */
async function invite(
  rule: string,
  more = {},
  second?: { startsAt: string; endsAt: string },
): Promise<string> {
  const series = asked(people.mira, { summary: "Weekly", rule, ...more });
  const text = second
    ? withDays(series, { recurrenceId: "2026-12-10T09:00:00Z", ...second })
    : appleInvite(series);
  return taskOf(await receiveOne(people.client, text));
}

/** "2026-12-17 clash Fitting" for each thing in the way, and how far it was looked. */
function brief({ series }: InvitationView) {
  return {
    looked: series?.looked,
    hasMore: series?.hasMore,
    found: series?.clashing.flatMap(({ startsAt, conflicts }) =>
      conflicts.map(({ kind, title }) => `${startsAt.slice(0, 10)} ${kind} ${title || "?"}`),
    ),
  };
}
const see = async (who: Actor, taskId: string) => brief(await view(who, taskId));

describe("Of a series that Mira is invited to", () => {
  test("later weeks are looked at as well: what clashes, is kept or too far away, each on its day", async () => {
    const friday = { startsAt: "2026-12-11T09:00:00Z", endsAt: "2026-12-11T09:30:00Z" };
    const taskId = await invite("FREQ=WEEKLY;COUNT=6", { place: "Studio" }, friday);
    expect((await view(people.client, taskId)).conflicts).toEqual([]);
    expect(await see(people.client, taskId)).toEqual({
      looked: 6,
      hasMore: false,
      found: [
        "2026-12-11 kept Porto",
        "2026-12-17 clash Fitting",
        "2026-12-24 clash Clinic",
        "2027-01-07 travel Board",
      ],
    });
  });

  test("Ana sees the same days, and nobody’s name for what is private", async () => {
    const taskId = await invite("FREQ=WEEKLY;COUNT=6");
    expect((await see(people.assistant, taskId)).found).toEqual([
      "2026-12-17 clash Fitting",
      "2026-12-24 clash ?",
      "2027-01-07 travel Board",
    ]);
    expect(JSON.stringify(await view(people.assistant, taskId))).not.toContain("Clinic");
  });

  test("the next twenty times are looked at, and no more is claimed than that", async () => {
    const taskId = await invite("FREQ=WEEKLY");
    const found = ["2026-12-17 clash Fitting", "2026-12-24 clash Clinic", "2027-01-07 travel Board"];
    expect(await see(people.client, taskId)).toEqual({ looked: 20, hasMore: true, found });
    expect(await see(people.client, await invite("FREQ=YEARLY;INTERVAL=2"))).toMatchObject({
      looked: 1,
      hasMore: true,
    });
  });

  test("of one that begins in years, the first times are looked at", async () => {
    await put("Gala", "2029-04-12T10:00", "2029-04-12T12:00");
    const far = { startsAt: "2029-04-05T09:00:00Z", endsAt: "2029-04-05T09:30:00Z" };
    const found = ["2029-04-12 clash Gala"];
    expect(await see(people.client, await invite("FREQ=WEEKLY;COUNT=3", far))).toMatchObject({
      looked: 3,
      found,
    });
  });

  test("a day that was called off is in nobody’s way", async () => {
    const taskId = await invite("FREQ=WEEKLY;COUNT=6");
    const [row] = await asSuperuser<{ uid: string }>(
      "SELECT fields ->> 'eventUid' AS uid FROM tasks WHERE id = $1",
      [taskId],
    );
    const off = {
      recurrenceId: "2026-12-17T09:00:00Z",
      startsAt: "2026-12-17T09:00:00Z",
      endsAt: "2026-12-17T09:30:00Z",
    };
    const cancel = asked(people.mira, {
      uid: row?.uid,
      summary: "Weekly",
      method: "CANCEL",
      sequence: 1,
      ...off,
    });
    await receiveOne(people.client, appleInvite(cancel));
    expect(await see(people.client, taskId)).toMatchObject({
      looked: 5,
      found: ["2026-12-24 clash Clinic", "2027-01-07 travel Board"],
    });
  });

  test("one day that is asked about by itself, or what happens once, is no series", async () => {
    const once = taskOf(await receiveOne(people.client, appleInvite(asked(people.mira))));
    expect((await view(people.client, once)).series).toBeNull();
    const day = asked(people.mira, { summary: "Alone", recurrenceId: "2026-12-17T09:00:00Z" });
    const alone = taskOf(
      await receiveOne(
        people.client,
        appleInvite({ ...day, startsAt: "2026-12-17T09:00:00Z", endsAt: "2026-12-17T09:30:00Z" }),
      ),
    );
    const seen = await view(people.client, alone);
    expect([seen.series, seen.conflicts.map(({ title }) => title)]).toEqual([null, ["Fitting"]]);
  });
});
