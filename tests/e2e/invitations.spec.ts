import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import PostalMime from "postal-mime";
import { callDesk } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import type { Asked } from "../support/invitations/asked";
import { googleInvite, googleMail } from "../support/invitations/google";
import { outlookInvite } from "../support/invitations/outlook";
import { closeAccounts, makeAnsweringAccount } from "../support/mail/answering-account";
import { type MailHouse, startMailServer } from "../support/mail/start-mail-server";
import { readCertificate } from "../support/mail/write-certificate";
import { CalendarPage, protect } from "../support/pages/calendar-page";
import { ForYouPage } from "../support/pages/for-you-page";
import { InvitationPage, ReceivePage } from "../support/pages/invitation-page";

const elin = { name: "Elin Berg", address: "elin@ropewalk.example" };

let house: MailHouse;
test.beforeAll(async () => {
  house = await startMailServer("starttls", readCertificate(process.env.FIRSTHAND_E2E_CERTIFICATE ?? ""));
});
test.afterEach(({ client }) => closeAccounts(client, house));
test.afterAll(() => house.stop());

/** An invitation of Elin's to an address of Mira's that nobody else has; from where its answer leaves. */
async function invite(client: Page, summary: string, startsAt: string): Promise<Asked> {
  const invitee = `mira-${randomUUID().slice(0, 8)}@harbour.example`;
  await makeAnsweringAccount(client, house, invitee);
  const endsAt = new Date(Date.parse(startsAt) + 90 * 60_000).toISOString();
  const place = "The old rope walk";
  return {
    uid: `${randomUUID()}@ropewalk.example`,
    summary,
    startsAt,
    endsAt,
    stamp: "2026-11-24T08:00:00Z",
    organiser: elin,
    invitee,
    place,
  };
}

async function take(page: Page, name: string, text: string): Promise<InvitationPage> {
  const receiving = await ReceivePage.open(page);
  await receiving.drop({ name, text });
  return receiving.openTask();
}

/** The answer that arrived for an invitation: its mail, and the lines of its calendar. */
async function arrived({ invitee }: Asked): Promise<{ lines: string[]; method: string; to: string[] }> {
  const find = async () =>
    (await house.messages()).filter((raw) => raw.includes(`From: Mira Holt <${invitee}>`));
  await expect.poll(async () => (await find()).length, { timeout: 90_000, intervals: [1_000] }).toBe(1);
  const [raw = ""] = await find();
  const mail = await PostalMime.parse(Buffer.from(raw, "latin1"));
  const calendar = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar");
  const text = calendar ? Buffer.from(calendar.content as ArrayBuffer).toString("utf8") : "";
  return {
    lines: text.replace(/\r?\n /g, "").split(/\r?\n/),
    method: calendar?.method ?? "",
    to: (mail.to ?? []).flatMap((one) => one.address ?? []),
  };
}

/** So that its card is the one on top. */
async function putInFront(page: Page, taskId: string): Promise<void> {
  const { body } = await callDesk(page, `/tasks/${taskId}`);
  const { status } = await callDesk(page, `/tasks/${taskId}/edit`, {
    version: body.version,
    priority: 1,
    dueAt: "2001-03-01T08:00:00Z",
  });
  expect(status).toBe(200);
}

async function tighten(page: Page, taskId: string): Promise<void> {
  const { body } = await callDesk(page, `/tasks/${taskId}`);
  if (body.tag !== "must-be-you")
    await callDesk(page, `/tasks/${taskId}/retag`, { version: body.version, tag: "must-be-you" });
}

test("Ana sees what is in the way of an invitation, and answers a free one in Mira's name, which says so", async ({
  client,
  assistant,
  expectConsole,
}) => {
  test.setTimeout(240_000);
  expectConsole(/status of 40[0349]/);
  const evening = `Evening ${randomUUID().slice(0, 8)}`;
  await protect(client, evening, "2029-02-08", "18:00", 300);
  const supper = await invite(client, "Makers’ Supper", "2029-02-08T18:00:00Z");
  const inTheWay = await take(assistant, "invite.ics", googleInvite(supper));
  await expect(inTheWay.inTheWay).toContainText(`${evening}, 18:00–23:00: nobody’s to book.`);
  await expect(inTheWay.said("Free instead, to propose:")).toBeVisible();
  await expect(inTheWay.said("Elin Berg")).toBeVisible();

  const review = await invite(client, "Budget review", "2029-02-14T10:00:00Z");
  const receiving = await ReceivePage.open(assistant);
  await receiving.drop({ name: "invitation.eml", text: googleMail(review) });
  const free = await receiving.openTask();
  await expect(free.inTheWay).toHaveCount(0);
  await expect(free.said("It leaves after 30 seconds and says that you answer for Mira.")).toBeVisible();
  await free.button("Yes").click();
  await expect(free.said("Yes. Leaves within half a minute.")).toBeVisible();
  await expect(free.part).toBeFocused();

  const answer = await arrived(review);
  expect(answer).toMatchObject({ method: "REPLY", to: [elin.address] });
  expect(answer.lines).toContain("METHOD:REPLY");
  expect(answer.lines).toContain(`UID:${review.uid}`);
  const [attendee, ...others] = answer.lines.filter((line) => line.startsWith("ATTENDEE"));
  expect(others).toEqual([]);
  expect(attendee).toMatch(/PARTSTAT=ACCEPTED/);
  expect(attendee).toMatch(/SENT-BY="mailto:ana@/);
  expect(attendee).toMatch(new RegExp(`:mailto:${review.invitee}$`));
  await expect(free.said("Accepted")).toBeVisible();
  expect((await callDesk(client, `/tasks/${free.taskId}`)).body).toMatchObject({
    state: "done",
    closed: { by: "Ana Duarte" },
  });
});

test("Where it must be Mira, Ana's Yes waits; Mira gives it on her phone, takes it back, and gives it again", async ({
  client,
  assistant,
  expectConsole,
}) => {
  test.setTimeout(240_000);
  expectConsole(/status of 40[0349]/);
  await client.setViewportSize({ width: 390, height: 844 });
  const opening = await invite(client, `Opening ${randomUUID().slice(0, 8)}`, "2029-02-15T10:00:00Z");
  const anas = await take(assistant, "invite.ics", outlookInvite(opening));
  await tighten(assistant, anas.taskId);
  await expect(anas.said("Only Mira answers this one. What you choose waits for Mira.")).toBeVisible();
  await anas.button("Yes").click();
  await expect(anas.said("Yes. It waits for Mira.")).toBeVisible();
  await expect(anas.button("Yes")).toHaveCount(0);
  const { body } = await callDesk(assistant, `/tasks/${anas.taskId}`);
  const draft = (body.draft as { id: string }).id;
  const seal = (await callDesk(assistant, `/drafts/${draft}`)).body.seal;
  const released = await callDesk(assistant, `/drafts/${draft}/release`, { seal });
  expect([released.status, released.body.code]).toEqual([403, "only-client-approves"]);

  await putInFront(client, anas.taskId);
  const forYou = await ForYouPage.open(client);
  const miras = InvitationPage.on(client);
  await expect(forYou.title).toContainText(opening.summary);
  await expect(miras.said("Yes. It waits for you.")).toBeVisible();
  await forYou.button("Approve & send").click();
  await expect(client.getByText(new RegExp(`“.*${opening.summary}.*” leaves in \\d+ s`))).toBeVisible();
  await forYou.button("Undo").click();
  await expect(forYou.title).toContainText(opening.summary);
  await expect(anas.said("Yes. It waits for Mira.")).toBeVisible();

  // Or another answer, with the keys of any question; No was a slip, and Yes is what she gives.
  await miras.button("Another answer").click();
  await expect(miras.button("No")).toBeEnabled();
  await client.keyboard.press("n");
  await expect(forYou.title).not.toContainText(opening.summary);
  await client.keyboard.press("z");
  await expect(forYou.title).toContainText(opening.summary);
  await expect(miras.said(/^No\. It/)).toBeVisible();
  await miras.button("Another answer").click();
  await miras.button("Yes").click();
  await expect(forYou.title).not.toContainText(opening.summary);

  const answer = await arrived(opening);
  expect(answer.method).toBe("REPLY");
  const [attendee = ""] = answer.lines.filter((line) => line.startsWith("ATTENDEE"));
  expect(attendee).toContain("PARTSTAT=ACCEPTED");
  expect(attendee).not.toContain("SENT-BY");
  await expect(anas.said("Accepted")).toBeVisible();
  const calendar = await CalendarPage.open(client, "agenda", "2029-02-15");
  await expect(calendar.entry(new RegExp(opening.summary))).toBeVisible();
  await expect(calendar.entry(new RegExp(`${opening.summary}.*not yet answered`))).toHaveCount(0);
});

test("Over time that she keeps Mira is asked once more, and with “Another time” nothing leaves", async ({
  client,
  expectConsole,
}) => {
  test.setTimeout(120_000);
  expectConsole(/status of 40[0349]/);
  const evening = `Evening ${randomUUID().slice(0, 8)}`;
  await protect(client, evening, "2029-03-08", "18:00", 300);
  const supper = await invite(client, `Supper ${randomUUID().slice(0, 8)}`, "2029-03-08T18:00:00Z");
  const page = await take(client, "invite.ics", googleInvite(supper));
  await page.part.getByLabel("A note with it").fill("With joy, and with bread.");
  await page.button("Yes").click();
  await expect(page.said(new RegExp(`This is time that you keep: .*${evening}`))).toBeVisible();
  await page.button("Another time").click();
  await expect(page.button("Yes")).toBeVisible();
  await expect(page.part.getByLabel("A note with it")).toHaveValue("With joy, and with bread.");
  await page.button("Yes").click();
  await page.button("Put it there").click();
  await expect(page.said("Yes. Leaves within half a minute.")).toBeVisible();
  await page.button("Undo").click();

  // Called back, it is asked again, with the note that stood with it.
  await expect(page.part.getByLabel("A note with it")).toHaveValue("With joy, and with bread.");
  await page.button("No").click();
  await expect(page.said("No. Leaves within half a minute.")).toBeVisible();
  await page.button("Undo").click();
  await expect(page.said("No. It is not sent.")).toBeVisible();
  expect((await house.messages()).filter((raw) => raw.includes(supper.invitee))).toEqual([]);
});

test("Of an invitation that repeats Ana sees on which days something is in the way, and types another time for the next one", async ({
  client,
  assistant,
  expectConsole,
}) => {
  test.setTimeout(120_000);
  expectConsole(/status of 40[0349]/);
  const evening = `Evening ${randomUUID().slice(0, 8)}`;
  await protect(client, evening, "2029-04-12", "18:00", 300);
  const first = await invite(client, `Choir ${randomUUID().slice(0, 8)}`, "2029-04-05T18:00:00Z");
  const choir = { ...first, rule: "FREQ=WEEKLY;COUNT=3" };
  const page = await take(assistant, "invite.ics", googleInvite(choir));
  await expect(page.inTheWay).toContainText(`On 12 April: ${evening}, 18:00–23:00, nobody’s to book.`);
  await expect(page.said(/^Free instead of Thu 5 Apr, .*, to propose for that one time:$/)).toBeVisible();

  await page.said("Another time of your own").click();
  await page.part.getByLabel("Day to propose").fill("2029-04-06");
  await page.part.getByLabel(/^At, in /).fill("20:15");
  await expect(page.said(/^For Thu 5 Apr, .* alone; the others still wait for an answer\.$/)).toBeVisible();
  await page.part.getByRole("button", { name: "Propose Fri 6 Apr, 20:15–21:45" }).click();
  // Friday evenings are Mira's: what is proposed there waits for her.
  await expect(page.said("Another time. It waits for Mira.")).toBeVisible();
});
