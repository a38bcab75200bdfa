import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";
import { makePerson } from "@/prisma/seed/make/make-person";
import { cast } from "../../support/cast";
import { newAnsweringAccount } from "../../support/invitations/scene";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";
import { calendar, confirm, file, preview, takeBack } from "./files";

const at = new Date("2026-11-24T10:00:00Z");
const noor = "ORGANIZER;CN=Noor Haddad:mailto:noor@haddad.test";

/** Mira's desk, and the two addresses at which she is invited: the one she signs in with, and that of an account of hers. */
async function desk() {
  const people = await cast(at);
  const [user] = await asSuperuser<{ email: string }>("SELECT email FROM users WHERE id = $1", [
    people.client.userId,
  ]);
  const mira = user?.email ?? "";
  const { address: second } = await newAnsweringAccount(people.client);
  return { ...people, mira, second };
}

/** An entry on the eleventh of December. Lines of the same name take the place of these. */
function supper(uid: string, ...more: string[]): string[] {
  const usual = [`UID:${uid}`, "DTSTART:20261211T180000Z", "DTEND:20261211T210000Z", `SUMMARY:${uid}`];
  const name = (line: string) => line.split(/[:;]/)[0];
  return [...usual.filter((line) => !more.some((one) => name(one) === name(line))), ...more];
}

function asks(address: string, partstat = "NEEDS-ACTION"): string {
  return `ATTENDEE;PARTSTAT=${partstat};RSVP=TRUE:mailto:${address}`;
}

/** The invitations that wait for somebody, by title. */
async function invitations(actor: Actor) {
  const tasks = await readAs(actor, (tx) =>
    tx.task.findMany({
      where: { kind: "event-invite", state: { not: "withdrawn" } },
      orderBy: { title: "asc" },
      select: { id: true, version: true, title: true, dueAt: true, isPrivate: true },
    }),
  );
  return must(tasks);
}

/** Looks first and then imports; gives the import, the number that was told and the titles that are there. */
async function bring(actor: Actor, text: string, when = at) {
  const dry = await preview(actor, [file("calendar.ics", text)], when);
  const done = await confirm(actor, dry.id, when);
  expect(done.counts.invitations).toBe(dry.counts.invitations);
  const told = dry.rows.filter((row) => row.isInvitation).map((row) => row.label);
  expect(told).toHaveLength(dry.counts.invitations);
  expect(done.rows.filter((row) => row.taskId !== null).map((row) => row.label)).toEqual(told);
  return { id: dry.id, told, done };
}

const titles = async (actor: Actor) => (await invitations(actor)).map(({ title }) => title.split(",")[0]);

describe("An exported calendar in which Mira has not answered", () => {
  test.each([
    ["of METHOD:PUBLISH", "PUBLISH"],
    ["of no method", null],
    ["of METHOD:REQUEST", "REQUEST"],
  ])("%s brings a task, said beforehand, once, and takes it back with itself", async (_, method) => {
    const { client, assistant, mira } = await desk();
    const text = calendar(method, supper("Supper", noor, asks(mira)), supper("Own"));
    const first = await bring(assistant, text);
    expect(first.told).toEqual(["Supper"]);
    const [task] = await invitations(client);
    expect(task).toMatchObject({ title: "Invitation · Supper, Fri, 11 Dec 2026, 19:00" });

    expect((await bring(client, text)).told).toEqual([]);
    expect(await titles(client)).toEqual(["Invitation · Supper"]);

    const undone = await takeBack(assistant, first.id, at);
    expect(undone.counts.stayed).toBe(0);
    expect(await titles(client)).toEqual([]);
    expect((await bring(client, text)).told).toEqual(["Supper"]);
    expect(await titles(client)).toEqual(["Invitation · Supper"]);
  });

  test("asks at whichever of her addresses, and what she sent from another of them is her own", async () => {
    const { client, mira, second } = await desk();
    const own = `ORGANIZER;CN=Mira Holt:mailto:${second.toUpperCase()}`;
    const published = calendar(
      null,
      supper("Her second", noor, asks(second.toUpperCase())),
      supper("Her own", own, asks(mira)),
      supper("Answered at one", noor, asks(mira), asks(second, "ACCEPTED")),
    );
    const sent = calendar("REQUEST", supper("Sent by her", own, asks("noor@haddad.test")));
    expect((await bring(client, published)).told).toEqual(["Her second"]);
    expect((await bring(client, sent)).told).toEqual([]);
    const rows = await asSuperuser<{ attendees: { email: string }[] }>(
      "SELECT attendees FROM events WHERE workspace_id = $1 AND uid = 'Sent by her'",
      [client.workspace.id],
    );
    expect(rows[0]?.attendees.map((guest) => guest.email)).toEqual(["noor@haddad.test"]);
  });

  test("asks as long as it has not ended, and about nothing else", async () => {
    const { client, mira } = await desk();
    const running = ["DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261126"];
    const over = ["DTSTART:20261124T080000Z", "DTEND:20261124T100000Z"];
    const text = calendar(
      "PUBLISH",
      supper("Running", ...running, noor, asks(mira)),
      supper("Over", ...over, noor, asks(mira)),
      supper("Answered", noor, asks(mira, "TENTATIVE")),
      supper("Given away", noor, asks(mira, "DELEGATED")),
      supper("Of others", noor, asks("elin@haddad.test")),
      supper("Nobody's", asks(mira)),
      supper("Cancelled", "STATUS:CANCELLED", noor, asks(mira)),
    );
    expect((await bring(client, text)).told).toEqual(["Running"]);
    const answer = calendar("REPLY", supper("A reply", noor, asks(mira)));
    expect((await bring(client, answer)).told).toEqual([]);
  });

  test("asks about a series once, for the next time it happens, and about a moved day where she has answered the series", async () => {
    const { client, mira } = await desk();
    const weekly = ["DTSTART:20261101T180000Z", "DTEND:20261101T190000Z", "RRULE:FREQ=WEEKLY;COUNT=20"];
    const moved = ["RECURRENCE-ID:20261206T180000Z", "DTSTART:20261207T180000Z", "DTEND:20261207T190000Z"];
    const text = calendar(
      null,
      supper("Choir", ...moved, noor, asks(mira)),
      supper("Choir", ...weekly, noor, asks(mira)),
      supper("Rowing", ...weekly, noor, asks(mira, "ACCEPTED")),
      supper("Rowing", ...moved, noor, asks(mira)),
    );
    const { done } = await bring(client, text);
    expect(done.counts.invitations).toBe(2);
    expect((await invitations(client)).map((task) => task.title)).toEqual([
      "Invitation · Choir, Sun, 29 Nov 2026, 19:00",
      "Invitation · Rowing, Mon, 7 Dec 2026, 19:00",
    ]);
  });

  test("asks nothing more where it is confirmed after the invitation is over", async () => {
    const { client, mira } = await desk();
    const text = calendar(null, supper("Supper", noor, asks(mira)));
    const dry = await preview(client, [file("calendar.ics", text)], at);
    const done = await confirm(client, dry.id, new Date("2026-12-12T10:00:00Z"));
    expect(done.counts).toMatchObject({ events: { make: 1 }, invitations: 0 });
    expect(await titles(client)).toEqual([]);
  });
});

describe("The calendar again, later", () => {
  const events = (client: Actor) =>
    asSuperuser<{ answer: string; location: string }>(
      "SELECT answer, location FROM events WHERE workspace_id = $1 AND removed_at IS NULL",
      [client.workspace.id],
    );

  test("leaves what Mira has answered meanwhile, and asks no second time", async () => {
    const { client, mira } = await desk();
    await bring(client, calendar(null, supper("Supper", noor, asks(mira))));
    await asSuperuser("UPDATE events SET answer = 'accepted' WHERE workspace_id = $1", [client.workspace.id]);
    const later = calendar(null, supper("Supper", "LOCATION:Old mill", noor, asks(mira)));
    expect((await bring(client, later)).told).toEqual([]);
    expect(await events(client)).toEqual([{ answer: "accepted", location: "Old mill" }]);
    expect(await titles(client)).toEqual(["Invitation · Supper"]);
  });

  test("does not bring back what somebody took back by hand", async () => {
    const { client, mira } = await desk();
    await bring(client, calendar(null, supper("Supper", noor, asks(mira))));
    const [task] = await invitations(client);
    must(await withdrawTask(client, { id: task?.id ?? "", version: task?.version ?? 0 }));
    const later = calendar(null, supper("Supper", "LOCATION:Old mill", noor, asks(mira)));
    expect((await bring(client, later)).told).toEqual([]);
    expect(await titles(client)).toEqual([]);
  });

  test("makes no task of what is here unchanged, and says so before anything is imported", async () => {
    const { client, assistant, mira } = await desk();
    const text = calendar(null, supper("Supper", noor, asks(mira)), supper("Own"));
    await bring(client, text);
    // As if it had been read before invitations made tasks.
    await asSuperuser("DELETE FROM tasks WHERE workspace_id = $1", [client.workspace.id]);
    for (const who of [client, assistant]) {
      const dry = await preview(who, [file("calendar.ics", text)], at);
      expect(dry.rows.map(({ label, outcome, why }) => [label, outcome, why])).toEqual([
        [
          "Supper",
          "same",
          "It is in the calendar already. It waits for an answer, but what is here unchanged makes no task: add one if it is still to be answered.",
        ],
        ["Own", "same", "It is in the calendar already."],
      ]);
      expect((await bring(who, text)).told).toEqual([]);
    }
    expect(await titles(client)).toEqual([]);
  });

  test("says nothing of the kind where a task was there, or the answer has been given", async () => {
    const { client, mira } = await desk();
    const text = calendar(null, supper("Supper", noor, asks(mira)));
    await bring(client, text);
    const whys = async () =>
      (await preview(client, [file("calendar.ics", text)], at)).rows.map(({ why }) => why);
    expect(await whys()).toEqual(["It is in the calendar already."]);
    await asSuperuser("DELETE FROM tasks WHERE workspace_id = $1", [client.workspace.id]);
    await asSuperuser("UPDATE events SET answer = 'accepted' WHERE workspace_id = $1", [client.workspace.id]);
    expect(await whys()).toEqual(["It is in the calendar already."]);
  });

  test("asks where a newer version asks for the first time, and takes that back", async () => {
    const { client, mira } = await desk();
    await bring(client, calendar(null, supper("Supper", noor, asks(mira, "ACCEPTED"))));
    const moved = ["SEQUENCE:1", "DTSTART:20261212T180000Z", "DTEND:20261212T210000Z"];
    const second = await bring(client, calendar(null, supper("Supper", ...moved, noor, asks(mira))));
    expect(second.told).toEqual(["Supper"]);
    expect((await invitations(client)).map(({ title }) => title)).toEqual([
      "Invitation · Supper, Sat, 12 Dec 2026, 19:00",
    ]);
    await takeBack(client, second.id, at);
    expect(await titles(client)).toEqual([]);
    expect(await events(client)).toEqual([expect.objectContaining({ answer: "accepted" })]);
  });

  test("says that a task stays which somebody has done something with", async () => {
    const { client, mira } = await desk();
    await bring(client, calendar(null, supper("Supper", noor, asks(mira, "ACCEPTED"))));
    const second = await bring(client, calendar(null, supper("Supper", "SEQUENCE:1", noor, asks(mira))));
    const [task] = await invitations(client);
    const tomorrow = { until: new Date("2026-11-25T08:00:00Z"), untilAnswer: false };
    must(await snoozeTask(client, { id: task?.id ?? "", version: task?.version ?? 0, ...tomorrow }, at));
    const undone = await takeBack(client, second.id, at);
    expect(undone.rows[0]?.stays).toBe("Somebody has done something with its invitation since.");
    expect(await titles(client)).toEqual(["Invitation · Supper"]);
  });

  test("makes nothing more where Ana brings it and the task is Mira’s alone", async () => {
    const { client, assistant, mira } = await desk();
    await makePerson(client, {
      name: "Noor Haddad",
      emails: [{ label: "", value: "noor@haddad.test" }],
      isPrivate: true,
    });
    await bring(client, calendar(null, supper("Supper", noor, asks(mira))));
    expect(await invitations(client)).toMatchObject([{ isPrivate: true }]);
    const later = calendar(null, supper("Supper", "LOCATION:Old mill", noor, asks(mira)));
    const dry = await preview(assistant, [file("calendar.ics", later)], at);
    await confirm(assistant, dry.id, at);
    expect(await invitations(assistant)).toEqual([]);
    expect(await titles(client)).toEqual(["Invitation · Supper"]);
  });
});
