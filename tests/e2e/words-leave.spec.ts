import type { Page } from "@playwright/test";
import PostalMime from "postal-mime";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { closeAccounts } from "../support/mail/answering-account";
import { type MailHouse, startMailServer } from "../support/mail/start-mail-server";
import { readCertificate } from "../support/mail/write-certificate";
import { DraftPage } from "../support/pages/draft-page";

const letter = [
  "From: Noor Haddad <noor@lantern.example>",
  "To: Mira Holt <mira@harbour.example>",
  "Subject: The stairs, and after",
  "Message-ID: <stairs@lantern.example>",
  "References: <summer@harbour.example>",
  "Date: Tue, 24 Nov 2026 21:14:00 +0100",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "I fell on the stairs, nothing is broken. Will you come on Sunday?",
  "",
].join("\r\n");
const pencil = "Dear Noor,\n\nThank you for your letter. It is good to hear that nothing is broken.\n\nMira";
const ink =
  "Dear Noor,\n\nThank you for your letter. I was so frightened when I read it. I am coming on Sunday with soup.\n\nMira";

let house: MailHouse;
test.beforeAll(async () => {
  house = await startMailServer("starttls", readCertificate(process.env.FIRSTHAND_E2E_CERTIFICATE ?? ""));
});
test.afterEach(({ client }) => closeAccounts(client, house));
test.afterAll(() => house.stop());

/** Mira's own mailbox, set up on the screen: the server is asked before it is kept. */
async function setUpMailbox(client: Page): Promise<string> {
  const { body } = await callDesk(client, "/accounts", {
    name: "Harbour mail",
    service: "E-mail",
    voice: "personal",
    address: "mira@harbour.example",
    shownName: "Mira Holt",
    signature: "Mira Holt\nThe house at the harbour",
  });
  await client.goto(`/w/${slugOf(client)}/settings/accounts/${String(body.id)}`);
  const form = client.getByRole("form", { name: "Mail server" });
  await form.getByLabel("Server").fill(house.host);
  await form.getByLabel("Port").fill(String(house.port));
  await form.getByLabel("Encryption").selectOption("starttls");
  await form.getByLabel("User name").fill(house.username);
  await form.getByLabel("Password").fill("not the password");
  await form.getByRole("button", { name: "Use this server" }).click();
  await expect(form.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
  await form.getByLabel("Password").fill(house.password);
  await form.getByRole("button", { name: "Use this server" }).click();
  await expect(form.getByText("It let us in, and is kept. Mail leaves from here.")).toBeVisible();
  return String(body.id);
}

/** Ana adds the task with the e-mail that she saved as a file. */
async function takeLetter(assistant: Page): Promise<string> {
  await assistant.goto(`/w/${slugOf(assistant)}/tasks/new`);
  await assistant.getByLabel("What is to be done").fill("Answer Noor about the stairs");
  await assistant
    .getByLabel("E-mail saved as a file")
    .setInputFiles({ name: "stairs.eml", mimeType: "message/rfc822", buffer: Buffer.from(letter) });
  await expect(
    assistant.getByText("An answer goes to noor@lantern.example, in the thread “The stairs, and after”."),
  ).toBeVisible();
  await assistant.getByRole("button", { name: "Add the task" }).click();
  await assistant.waitForURL(/\?task=/);
  return new URL(assistant.url()).searchParams.get("task") ?? "";
}

test("Mira's words leave when she says so, in Noor's thread, and everybody can see whose they were", async ({
  client,
  assistant,
  visitor,
  expectConsole,
}) => {
  test.setTimeout(180_000);
  expectConsole(/status of 40[039]/);
  const accountId = await setUpMailbox(client);
  const taskId = await takeLetter(assistant);

  // Ana writes in pencil; where it goes is known from the letter.
  const pencilled = await DraftPage.open(assistant, taskId);
  await pencilled.begin();
  await pencilled.write(pencil);
  await pencilled.save(2);
  await expect(assistant.getByLabel("Subject")).toHaveValue("Re: The stairs, and after");
  await expect(assistant.getByLabel("From")).toHaveValue(accountId);
  await assistant.getByLabel("Put “Personally written” on it").click();
  await expect(assistant.getByLabel("Put “Personally written” on it")).toBeChecked();
  await assistant.keyboard.press("Control+Enter");
  await expect(pencilled.said("Before Mira to approve.").first()).toBeVisible();

  // She cannot approve in Mira's place, whichever way she tries.
  const { body: task } = await callDesk(assistant, `/tasks/${taskId}`);
  const draft = task.draft as { id: string };
  const { body: seen } = await callDesk(assistant, `/drafts/${draft.id}`);
  for (const verb of ["approve", "release"]) {
    const { status, body } = await callDesk(assistant, `/drafts/${draft.id}/${verb}`, { seal: seen.seal });
    expect([verb, status, body.code]).toEqual([verb, 403, "only-client-approves"]);
  }

  // Mira sends it back, and says why; Ana reads the reason, and puts it before her again.
  const inked = await DraftPage.open(client, taskId);
  await inked.button("Ask for changes").click();
  await inked.dialog("Ask for changes").getByLabel("What should be different?").fill("Warmer, please");
  await inked.dialog("Ask for changes").getByRole("button", { name: "Ask for changes" }).click();
  await expect(assistant.getByText("Warmer, please").first()).toBeVisible();
  await pencilled.words.focus();
  await assistant.keyboard.press("Control+Enter");
  await expect(pencilled.said("Before Mira to approve.").first()).toBeVisible();

  // Mira writes in ink and approves in one step; the very draft is back when she undoes it.
  await expect(inked.button("Approve & send")).toBeVisible();
  await inked.write(ink);
  await inked.button("Approve & send").click();
  await expect(inked.said(/^Leaves in \d+ s\.$/)).toBeVisible();
  await inked.button("Undo").click();
  await expect(inked.words).toHaveValue(ink);
  await expect(client.getByText("noor@lantern.example").first()).toBeVisible();
  await inked.button("Approve & send").click();
  await expect(inked.said(/^Leaves in \d+ s\.$/)).toBeVisible();

  // Half a minute later it has arrived, once, where it belongs.
  await expect.poll(async () => (await house.messages()).length, { timeout: 60_000 }).toBe(1);
  const [raw = ""] = await house.messages();
  const mail = await PostalMime.parse(Buffer.from(raw, "latin1"));
  expect(mail.from).toMatchObject({ name: "Mira Holt", address: "mira@harbour.example" });
  expect(mail.sender).toBeUndefined();
  expect(mail.to?.map((one) => one.address)).toEqual(["noor@lantern.example"]);
  expect(mail.subject).toBe("Re: The stairs, and after");
  expect(mail.inReplyTo).toBe("<stairs@lantern.example>");
  expect(mail.references).toBe("<summer@harbour.example> <stairs@lantern.example>");
  const words = (mail.text ?? "").replace(/\r\n/g, "\n");
  expect(words.startsWith(ink)).toBe(true);
  expect(words).toContain("The house at the harbour");
  expect(mail.html).toContain("I am coming on Sunday with soup.");

  // The task is done, by Mira, and says whose words they were.
  await expect(inked.said(/^Went out/).first()).toBeVisible({ timeout: 20_000 });
  const { body: done } = await callDesk(assistant, `/tasks/${taskId}`);
  expect(done).toMatchObject({ state: "done", closed: { role: "client", door: "screen", words: ink } });
  await expect(inked.read.getByText("I was so frightened when I read it.")).toBeVisible();

  // Noor opens the link and checks the words; the page knows nothing else.
  const link = /https?:\/\/\S+\/proof\/\S+/.exec(words)?.[0] ?? "";
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: /Mira Holt/ })).toBeVisible();
  await expect(visitor.getByText("noor@lantern.example")).toHaveCount(0);
  const box = visitor.getByLabel("Is it the message that you have? Paste it here.");
  await box.fill(words);
  await expect(visitor.getByText("These are exactly the words.")).toBeVisible();
  await box.fill(words.replace("soup", "flowers"));
  await expect(visitor.getByText("These are not the words that were signed.")).toBeVisible();
});
