import { beforeAll, describe, expect, test } from "vitest";
import { readTask } from "@/lib/queries/read-task";
import { receiveInvitation } from "@/lib/use-cases/invitation/receive-invitation";
import { appleInvite } from "../../support/invitations/apple";
import type { Asked } from "../../support/invitations/asked";
import { googleInvite, googleMail } from "../../support/invitations/google";
import { outlookInvite } from "../../support/invitations/outlook";
import {
  asked,
  at,
  invitedDesk,
  newAnsweringAccount,
  noor,
  receive,
  receiveOne,
  seen,
  taskOf,
  view,
} from "../../support/invitations/scene";
import { asSuperuser } from "../../support/superuser";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});

describe("An invitation that comes", () => {
  test.each([
    ["Google", googleInvite],
    ["Outlook", outlookInvite],
    ["Apple", appleInvite],
    ["Google, by mail", (one: Asked) => googleMail(one)],
  ])("from %s is on the calendar at its time, and asks for an answer once", async (_, write) => {
    const { client, assistant, mira } = people;
    const invited = asked(mira, { place: "Room 4" });
    const outcome = await receiveOne(assistant, write(invited));
    expect(outcome).toMatchObject({
      what: "invited",
      summary: "Budget review",
      says: "Noor Haddad invites to “Budget review”. It is on the calendar, and waits for an answer.",
    });
    expect(await readTask(assistant, taskOf(outcome))).toMatchObject({
      kind: "event-invite",
      title: "Invitation · Budget review, Thu, 3 Dec 2026, 10:00",
      person: { name: "Noor Haddad" },
      dueAt: "2026-12-03T09:00:00.000Z",
      fields: { place: "Room 4", eventUid: invited.uid },
    });
    expect(await view(client, taskOf(outcome))).toMatchObject({
      startsAt: "2026-12-03T09:00:00.000Z",
      endsAt: "2026-12-03T09:30:00.000Z",
      organiser: noor,
      answer: "needs-action",
      isCancelled: false,
      place: "Room 4",
    });

    expect(await receiveOne(client, write(invited))).toMatchObject({
      what: "same",
      says: "“Budget review” is known already.",
    });
  });

  test("from iCloud is Noor’s, though answers go to an address of its own", async () => {
    const token = "2_GEZDGNBVGY3TQOJQ@imip.me.com";
    const invited = asked(people.mira, { summary: "Concert" });
    const text = appleInvite(invited)
      .replace(`:mailto:${noor.address}`, `:mailto:${token}`)
      .replace(":/aMjMyNTE/principal/", `:mailto:${token}`);
    const outcome = await receiveOne(people.client, googleMail(invited, text));
    expect(outcome.says).toBe(
      "Noor Haddad invites to “Concert”. It is on the calendar, and waits for an answer.",
    );
    expect(await readTask(people.client, taskOf(outcome))).toMatchObject({ person: { name: "Noor Haddad" } });
    expect((await view(people.client, taskOf(outcome))).organiser.address).toBe(token.toLowerCase());
    const [event] = await asSuperuser<{ attendees: { email: string }[] }>(
      "SELECT attendees FROM events WHERE uid = $1",
      [invited.uid],
    );
    expect(event?.attendees.map(({ email }) => email)).toEqual([noor.address, people.mira]);
  });

  test("by mail keeps the mail with its task, and remembers to which account it came", async () => {
    const { client, assistant } = people;
    const { id, address } = await newAnsweringAccount(client);
    const outcome = await receiveOne(assistant, googleMail(asked(address.toUpperCase())));
    const task = await readTask(assistant, taskOf(outcome));
    expect(task?.account?.id).toBe(id);
    expect(task?.message).toMatchObject({ from: "Noor Haddad", mail: { from: { address: noor.address } } });
    expect((await view(client, taskOf(outcome))).accounts[0]?.id).toBe(id);
  });

  test("in a mail of somebody else says so, there and on its task", async () => {
    const from = { name: "Kim", address: "kim@else.test" };
    const outcome = await receiveOne(people.client, googleMail(asked(people.mira, { from })));
    expect(outcome.says).toContain("It was sent by kim@else.test, not by the organiser.");
    const task = await readTask(people.client, taskOf(outcome));
    expect(task?.note).toBe("It was sent by kim@else.test, not by the organiser.");
  });

  test("that Mira has answered elsewhere already is on the calendar, and asks nothing", async () => {
    const outcome = await receiveOne(
      people.client,
      googleInvite(asked(people.mira, { partstat: "ACCEPTED" })),
    );
    expect(outcome).toMatchObject({ what: "invited", taskId: null });
  });

  test("to one day of a series that is not here yet stands by itself", async () => {
    const recurrenceId = "2026-12-03T09:00:00Z";
    const one = asked(people.mira, {
      summary: "Choir",
      recurrenceId,
      startsAt: "2026-12-03T16:00:00Z",
      endsAt: "2026-12-03T17:00:00Z",
    });
    const outcome = await receiveOne(people.client, outlookInvite(one));
    expect(outcome.what).toBe("invited");
    expect(
      (await seen(people.client, "2026-12-01", "2026-12-12")).filter(({ title }) => title === "Choir"),
    ).toEqual([{ title: "Choir", day: "2026-12-03", time: "17:00", answer: "needs-action" }]);
  });

  test("with its exceptions is told, and asks, once", async () => {
    const { client, mira } = people;
    const series = asked(mira, { summary: "Weekly", rule: "FREQ=WEEKLY;COUNT=4" });
    const day = {
      ...series,
      recurrenceId: "2026-12-10T09:00:00Z",
      rule: undefined,
      startsAt: "2026-12-11T09:00:00Z",
      endsAt: "2026-12-11T10:00:00Z",
    };
    const both = appleInvite(series).replace(
      "END:VCALENDAR\r\n",
      appleInvite(day).slice(appleInvite(day).indexOf("BEGIN:VEVENT")),
    );
    expect(await receiveOne(client, both)).toMatchObject({ what: "invited", summary: "Weekly" });
    const days = (await seen(client, "2026-12-01", "2026-12-31")).filter(({ title }) => title === "Weekly");
    expect(days.map((one) => one.day)).toEqual(["2026-12-03", "2026-12-11", "2026-12-17", "2026-12-24"]);
    expect((await receive(client, both)).map(({ what }) => what)).toEqual(["same"]);
  });
});

test("The same invitation from both hands at once is on the calendar once, and asks once", async () => {
  const { client, assistant, mira } = people;
  const invited = asked(mira, { summary: "Twins" });
  const both = await Promise.all([client, assistant].map((who) => receiveOne(who, googleInvite(invited))));
  expect(both.map(({ what }) => what).sort()).toEqual(["invited", "same"]);
  expect(
    (await seen(client, "2026-12-03", "2026-12-04")).filter(({ title }) => title === "Twins"),
  ).toHaveLength(1);
});

describe("What is no invitation", () => {
  test.each([
    ["nothing that is known", "Dear Mira, will you come?", "There is no invitation in it."],
    [
      "a mail without one",
      "From: a@b.test\r\nSubject: Hello\r\n\r\nWill you come?\r\n",
      "There is no invitation in it.",
    ],
    [
      "a wrapping that only Outlook opens",
      "From: a@b.test\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+Ig==\r\n",
      "It came as winmail.dat, which only Outlook opens. Ask for it as a plain invitation.",
    ],
  ])("is refused with a sentence: %s", async (_, text, sentence) => {
    expect(await receiveInvitation(people.client, Buffer.from(text), at)).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { base64: sentence } },
    });
  });

  test.each([
    ["PUBLISH", "“Budget review” is an entry, and asks nothing. Bring it in as an import."],
    ["ADD", "This adds a time to “Budget review”. Ask Noor Haddad to send the whole invitation again."],
    [
      "REFRESH",
      "Noor Haddad asks for the newest version of “Budget review”. Send it by hand: nobody is written to from here unasked.",
    ],
  ] as const)("is said for what it is, and does nothing: %s", async (method, says) => {
    const outcome = await receiveOne(people.client, googleInvite(asked(people.mira, { method })));
    expect(outcome).toMatchObject({ what: "unknown", says, eventId: null, taskId: null });
  });

  test("An invitation of Mira's own asks her nothing", async () => {
    const organiser = { name: "Mira Holt", address: people.mira };
    expect(
      await receiveOne(people.client, googleInvite(asked("noor@haddad.test", { organiser }))),
    ).toMatchObject({
      what: "unknown",
      eventId: null,
    });
  });
});
