import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { taskRow } from "../../support/draft/carry-scene";
import { appleInvite } from "../../support/invitations/apple";
import { eventOf, invited, leaves } from "../../support/invitations/leaving";
import { outlookInvite } from "../../support/invitations/outlook";
import { answer, invitedDesk, noor, receiveOne, taskOf, view } from "../../support/invitations/scene";
import { stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});
afterAll(stopServers);

describe("Mira answers", () => {
  test("and the organiser gets a sentence and a REPLY; only then does her calendar say so, and the task is done", async () => {
    const { server, account, first, taskId } = await invited(people, { sequence: 2 });
    const { draft } = must(await answer(people.client, taskId));
    expect(draft.state).toBe("approved");
    expect(await taskRow(taskId)).toMatchObject({ state: "scheduled" });
    expect((await eventOf(first.uid))?.answer).toBe("needs-action");

    const { mail, raw, lines } = await leaves(people, draft.id, server);
    expect(mail).toMatchObject({
      subject: "Accepted: Budget review",
      from: { address: account.address },
      to: [{ address: noor.address }],
    });
    expect(mail.text?.trim()).toBe(
      "Mira Holt accepts “Budget review”, Thu 3 Dec, 10:00–10:30 (Europe/Berlin)",
    );
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REPLY/);
    expect(mail.inReplyTo).toMatch(/^<calendar-.*@google\.test>$/);
    expect(mail.attachments.map(({ mimeType, filename }) => [mimeType, filename])).toEqual([
      ["text/calendar", null],
      ["application/ics", "invite.ics"],
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        "METHOD:REPLY",
        `UID:${first.uid}`,
        "SEQUENCE:2",
        "DTSTART:20261203T090000Z",
        "REQUEST-STATUS:2.0;Success",
      ]),
    );
    expect(lines).toContain(`ORGANIZER;CN="Noor Haddad":mailto:${noor.address}`);
    expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([
      `ATTENDEE;CN="Mira Holt";PARTSTAT=ACCEPTED:mailto:${account.address}`,
    ]);

    const event = await eventOf(first.uid);
    expect(event?.answer).toBe("accepted");
    expect(event?.attendees.find(({ email }) => email === account.address)?.status).toBe("accepted");
    expect(await taskRow(taskId)).toMatchObject({
      state: "done",
      closed_role: "client",
      closing_draft: draft.id,
    });
  });

  test("no, with a word for the organiser, and the time is free again", async () => {
    const { server, first, taskId } = await invited(people, { write: outlookInvite });
    const { draft } = must(
      await answer(people.client, taskId, { answer: "declined", words: "I am in Porto; next week?" }),
    );
    const { mail, lines } = await leaves(people, draft.id, server);
    expect(mail.subject).toBe("Declined: Budget review");
    expect(mail.text?.trim()).toBe(
      "Mira Holt declines “Budget review”, Thu 3 Dec, 10:00–10:30 (Europe/Berlin)\n\nI am in Porto; next week?",
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        "COMMENT:I am in Porto\\; next week?",
        "DTSTART;TZID=Europe/Berlin:20261203T100000",
        "BEGIN:VTIMEZONE",
      ]),
    );
    expect((await eventOf(first.uid))?.answer).toBe("declined");
  });

  test("to one day of a series, by the RECURRENCE-ID that it was asked with", async () => {
    const { server, taskId } = await invited(people, {
      write: appleInvite,
      recurrenceId: "2026-12-03T08:00:00Z",
    });
    const { lines } = await leaves(
      people,
      must(await answer(people.client, taskId, { answer: "tentative" })).draft.id,
      server,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        "RECURRENCE-ID;TZID=Europe/Berlin:20261203T090000",
        "DTSTART;TZID=Europe/Berlin:20261203T100000",
      ]),
    );
  });

  test("with another time, which the organiser can take", async () => {
    const { server, first, taskId } = await invited(people, { write: outlookInvite });
    const [slot = null] = (await view(people.client, taskId)).slots;
    expect(slot).not.toBeNull();
    const { draft } = must(
      await answer(people.client, taskId, {
        answer: "counter",
        slot: { startsAt: "2026-12-04T13:00:00.000Z", endsAt: "2026-12-04T13:30:00.000Z" },
      }),
    );
    const { mail, lines, raw } = await leaves(people, draft.id, server);
    expect(mail.subject).toBe("New time proposed: Budget review");
    expect(mail.text?.trim()).toBe(
      "Mira Holt proposes another time for “Budget review”: Fri 4 Dec, 14:00–14:30 (Europe/Berlin)",
    );
    expect(raw).toMatch(/method=COUNTER/);
    expect(lines).toEqual(
      expect.arrayContaining([
        "METHOD:COUNTER",
        "DTSTART;TZID=Europe/Berlin:20261204T140000",
        "DTEND;TZID=Europe/Berlin:20261204T143000",
      ]),
    );
    expect((await eventOf(first.uid))?.answer).toBe("tentative");

    const declined = outlookInvite({ ...first, method: "DECLINECOUNTER" });
    const kept = await receiveOne(people.assistant, declined);
    expect(kept).toMatchObject({
      what: "updated",
      says: "Noor Haddad keeps “Budget review” as it was. It asks for an answer again.",
    });
    expect((await view(people.client, taskOf(kept))).changed).toEqual([
      "The organiser keeps the time as it was.",
    ]);
  });

  test("and takes it back within the half minute: nothing has left, and everything is as it was", async () => {
    const { first, taskId } = await invited(people);
    const { draft } = must(await answer(people.client, taskId));
    expect(await answer(people.client, taskId, { answer: "declined" })).toMatchObject({
      ok: false,
      refusal: { code: "leaving" },
    });
    must(await callBackDraft(people.client, draft.id));
    expect((await eventOf(first.uid))?.answer).toBe("needs-action");
    expect((await view(people.client, taskId)).draft).toMatchObject({
      id: draft.id,
      state: "draft",
      kind: "accepted",
    });
    expect(must(await answer(people.client, taskId, { answer: "declined" })).draft.id).toBe(draft.id);
  });
});
