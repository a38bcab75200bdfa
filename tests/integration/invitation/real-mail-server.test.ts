import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import { readAllowed } from "@/lib/adapters/net/allowed-addresses";
import { readTask } from "@/lib/queries/read-task";
import { carrySending } from "@/lib/use-cases/draft/carry-sending";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { giveMailbox, later, sendingOf, taskRow } from "../../support/draft/carry-scene";
import { origin } from "../../support/draft/scene";
import { outlookInvite } from "../../support/invitations/outlook";
import {
  answer,
  asked,
  at,
  invitedDesk,
  newAnsweringAccount,
  receiveOne,
  taskOf,
} from "../../support/invitations/scene";
import { type MailHouse, startMailServer } from "../../support/mail/start-mail-server";
import { must } from "../../support/must";

let house: MailHouse;
let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  house = await startMailServer();
  people = await invitedDesk();
});
afterAll(() => house.stop());

test("Ana's yes by leave goes through a real mail server as the answer that Outlook asked for", async () => {
  const { client, assistant, system } = people;
  const { id, address } = await newAnsweringAccount(client, { leave: true });
  await giveMailbox(client, id, house);
  const first = asked(address, {
    summary: "Büro-Runde, “lang”",
    sequence: 7,
    organiser: { name: "Noor Haddad", address: "noor@harbour.example" },
  });
  const taskId = taskOf(await receiveOne(client, outlookInvite(first)));
  const task = await readTask(client, taskId);
  must(await retagTask(client, { id: taskId, version: task?.version ?? 0, tag: "delegable" }));
  const { draft } = must(await answer(assistant, taskId));
  await later(draft.id);
  const line = { allowed: readAllowed("localhost"), ca: house.ca };
  expect(must(await carrySending(system, (await sendingOf(draft.id)).id, at, origin, line))).toBe("sent");

  const [raw = ""] = await house.messages();
  const mail = await PostalMime.parse(Buffer.from(raw, "latin1"));
  expect(raw).toMatch(/^Envelope-to: noor@harbour\.example$/m);
  expect(mail.subject).toBe("Accepted: Büro-Runde, “lang”");
  const parts = mail.attachments.map((part) => ({
    ...part,
    read: readCalendar(new Uint8Array(part.content as ArrayBuffer)),
  }));
  expect(parts.map(({ mimeType, method }) => [mimeType, method])).toEqual([
    ["text/calendar", "REPLY"],
    ["application/ics", undefined],
  ]);
  for (const { read } of parts) {
    expect(read).toMatchObject({ method: "REPLY", skipped: [], notes: [] });
    expect(read.events).toEqual([
      expect.objectContaining({
        uid: first.uid,
        sequence: 7,
        summary: "Büro-Runde, “lang”",
        start: expect.objectContaining({ zone: "Europe/Berlin", utc: "2026-12-03T09:00:00Z" }),
        organizer: expect.objectContaining({ email: "noor@harbour.example" }),
        attendees: [expect.objectContaining({ email: address, status: "accepted" })],
      }),
    ]);
  }
  expect(await taskRow(taskId)).toMatchObject({ state: "done", closed_role: "assistant" });
});
