import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTask } from "@/lib/queries/read-task";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { asSudo, carry, giveMailbox, later, sendingOf, taskRow } from "../../support/draft/carry-scene";
import { approve, look } from "../../support/draft/scene";
import { appleInvite } from "../../support/invitations/apple";
import { googleMail } from "../../support/invitations/google";
import { outlookInvite } from "../../support/invitations/outlook";
import {
  answer,
  asked,
  invitedDesk,
  newAnsweringAccount,
  noor,
  receiveOne,
  seen,
  taskOf,
  view,
} from "../../support/invitations/scene";
import { accountAt, startMoodyServer, stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});
afterAll(stopServers);
const { ca } = accountAt(1);

/** An invitation to an account of Mira's, whose mail server takes what leaves; delegable where said. */
async function invited({
  tag = "must-be-you",
  leave = false,
  write = googleMail,
  ...more
}: { tag?: "must-be-you" | "delegable"; leave?: boolean; write?: typeof outlookInvite } & Partial<
  Parameters<typeof googleMail>[0]
> = {}) {
  const server = await startMoodyServer();
  const account = await newAnsweringAccount(people.client, { leave });
  await giveMailbox(people.client, account.id, server.account);
  const first = asked(account.address, more);
  const taskId = taskOf(await receiveOne(people.client, write(first)));
  const task = await readTask(people.client, taskId);
  if (task && task.tag !== tag)
    must(await retagTask(people.client, { id: taskId, version: task.version, tag }));
  return { server, account, first, taskId };
}

/** The mail that left, with its calendar unfolded. */
async function leaves(draftId: string, server: Awaited<ReturnType<typeof startMoodyServer>>) {
  await later(draftId);
  expect(await carry(people.system, (await sendingOf(draftId)).id, { ca })).toBe("sent");
  const mail = await PostalMime.parse(server.taken[0]?.raw ?? "");
  return { mail, raw: server.taken[0]?.raw.toString() ?? "", lines: linesOf(mail) };
}

function linesOf({ attachments }: Email): string[] {
  const part = attachments.find(({ mimeType }) => mimeType === "text/calendar");
  const text = Buffer.from((part?.content ?? "") as ArrayBuffer).toString();
  return text.replace(/\r?\n /g, "").split(/\r?\n/);
}

async function eventOf(uid: string) {
  const [row] = await asSudo<{
    answer: string;
    attendees: { email: string; status: string }[];
    over_protected: boolean;
  }>("SELECT answer, attendees, over_protected FROM events WHERE uid = $1", [uid]);
  return row;
}

describe("Mira answers", () => {
  test("and the organiser gets a sentence and a REPLY; only then does her calendar say so, and the task is done", async () => {
    const { server, account, first, taskId } = await invited({ sequence: 2 });
    const { draft } = must(await answer(people.client, taskId));
    expect(draft.state).toBe("approved");
    expect(await taskRow(taskId)).toMatchObject({ state: "scheduled" });
    expect((await eventOf(first.uid))?.answer).toBe("needs-action");

    const { mail, raw, lines } = await leaves(draft.id, server);
    expect(mail).toMatchObject({
      subject: "Accepted: Budget review",
      from: { address: account.address },
      to: [{ address: noor.address }],
    });
    expect(mail.text?.trim()).toBe("Mira Holt accepts “Budget review”, Thu 3 Dec, 09:00–09:30 (UTC)");
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
    const { server, first, taskId } = await invited({ write: outlookInvite });
    const { draft } = must(
      await answer(people.client, taskId, { answer: "declined", words: "I am in Porto; next week?" }),
    );
    const { mail, lines } = await leaves(draft.id, server);
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
    const { server, taskId } = await invited({ write: appleInvite, recurrenceId: "2026-12-03T08:00:00Z" });
    const { lines } = await leaves(
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
    const { server, first, taskId } = await invited({ write: outlookInvite });
    const [slot = null] = (await view(people.client, taskId)).slots;
    expect(slot).not.toBeNull();
    const { draft } = must(
      await answer(people.client, taskId, {
        answer: "counter",
        slot: { startsAt: "2026-12-04T13:00:00.000Z", endsAt: "2026-12-04T13:30:00.000Z" },
      }),
    );
    const { mail, lines, raw } = await leaves(draft.id, server);
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
    const { first, taskId } = await invited();
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

describe("Ana answers", () => {
  test("what is delegable, by Mira's leave and without a word, and says so in the answer", async () => {
    const { server, account, taskId } = await invited({ tag: "delegable", leave: true });
    expect((await view(people.assistant, taskId)).can).toEqual({ send: true, prepare: true });
    const { draft } = must(await answer(people.assistant, taskId));
    expect(draft.state).toBe("released");
    const { mail, lines } = await leaves(draft.id, server);
    expect(mail.text?.trim()).toBe(
      "Mira Holt accepts “Budget review”, Thu 3 Dec, 09:00–09:30 (UTC) · answered by Ana Duarte for Mira Holt",
    );
    expect(lines.find((line) => line.startsWith("ATTENDEE"))).toMatch(
      new RegExp(
        `^ATTENDEE;CN="Mira Holt";PARTSTAT=ACCEPTED;SENT-BY="mailto:ana-\\d+@test\\.invalid":mailto:${account.address}$`,
      ),
    );
    expect(await taskRow(taskId)).toMatchObject({ state: "done", closed_role: "assistant" });
  });

  test.each([
    ["what must be Mira", { tag: "must-be-you", leave: true }, {}],
    ["without leave", { tag: "delegable", leave: false }, {}],
    ["with words", { tag: "delegable", leave: true }, { words: "With pleasure." }],
  ] as const)("only before Mira: %s", async (_, how, said) => {
    const { server, taskId } = await invited(how);
    const { draft } = must(await answer(people.assistant, taskId, said));
    expect(draft.state).toBe("submitted");
    expect(await taskRow(taskId)).toMatchObject({ state: "client" });
    must(await approve(people.client, draft.id));
    const { lines } = await leaves(draft.id, server);
    expect(lines.find((line) => line.startsWith("ATTENDEE"))).not.toContain("SENT-BY");
  });

  test("and what is moved while the answer waits is answered anew", async () => {
    const { first, taskId } = await invited();
    const { draft } = must(await answer(people.client, taskId));
    const moved = { ...first, startsAt: "2026-12-03T10:00:00Z", endsAt: "2026-12-03T10:30:00Z", sequence: 1 };
    expect((await receiveOne(people.assistant, googleMail(moved))).what).toBe("updated");
    expect(await look(people.client, draft.id)).toMatchObject({
      state: "draft",
      answer: { sequence: 1, startsAt: "2026-12-03T10:00:00.000Z" },
    });
    expect((await seen(people.client, "2026-12-03", "2026-12-04")).length).toBeGreaterThan(0);
  });
});
