import type { Browser, Page } from "@playwright/test";
import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { accept, arrive, invite, newAddress, remove, sendAway } from "../support/newcomer";
import { MailboxPage, sandboxedMail } from "../support/pages/mailbox-page";

test.afterEach(({ client, visitor }) => sendAway(client, visitor));

test("Mira removes Nia, whose open window loses the desk", async ({ client, visitor, expectConsole }) => {
  expectConsole(/40[14]/);
  expectConsole(sandboxedMail);
  const email = newAddress();
  await invite(client, email);
  await accept(visitor, email, "Nia Okafor");

  await remove(client, email);

  await expect(visitor).toHaveURL(/\/sign-in/);
  await expect(client.getByRole("listitem").filter({ hasText: email }).getByText(/to \d/)).toBeVisible();
});

test("Mira thinks again before removing somebody, and nothing happens", async ({ client }) => {
  await client.goto(`/w/${slugOf(client)}/settings`);
  await client.getByRole("button", { name: "Remove Ana Duarte" }).click();
  await client.getByRole("button", { name: "Keep them" }).click();

  await expect(client.getByRole("dialog")).toBeHidden();
  await client.reload();
  await expect(client.getByRole("button", { name: "Remove Ana Duarte" })).toBeVisible();
});

test("An invitation that Mira takes back leads nowhere", async ({ client, visitor, expectConsole }) => {
  expectConsole(sandboxedMail);
  const email = newAddress();
  await invite(client, email);
  const link = await (await MailboxPage.open(visitor)).linkTo(email);
  await client.getByRole("button", { name: `Take back the invitation of ${email}` }).click();
  await expect(client.getByText(email, { exact: true })).toBeHidden();

  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This invitation is over" })).toBeVisible();
});

test("Nia, who has an account, signs in before she accepts; Ana, with her link, is told for whom it is", async ({
  client,
  assistant,
  visitor,
  expectConsole,
}) => {
  expectConsole(/40[14]/);
  expectConsole(sandboxedMail);
  const email = newAddress();
  await invite(client, email);
  await accept(visitor, email);
  await remove(client, email);
  await expect(visitor).toHaveURL(/\/sign-in/);
  await invite(client, email);
  const link = await (await MailboxPage.open(visitor)).linkTo(email);

  await assistant.goto(link);
  await expect(assistant.getByRole("note")).toContainText(`signs you out there and in as ${email}`);
  await expect(assistant.getByRole("button", { name: /Accept/ })).toHaveCount(0);

  await visitor.goto(link);
  await expect(visitor.getByRole("button", { name: /Accept/ })).toHaveCount(0);
  await expect(visitor.getByLabel("Your e-mail address")).toHaveValue(email);
  await visitor.getByRole("button", { name: "Mail me a link" }).click();
  await expect(visitor.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await visitor.goto(await (await MailboxPage.open(visitor)).linkTo(email));
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await visitor.getByRole("button", { name: "Accept" }).click();
  await arrive(visitor, email);
});

test("Mira cannot invite somebody who is here, and what she typed stays", async ({ client }) => {
  await client.goto(`/w/${slugOf(client)}/settings`);
  const ana = client.getByRole("listitem").filter({ hasText: "Ana Duarte" });
  const email = (await ana.getByText("@").textContent())?.split(" ")[0] ?? "";
  await client.getByLabel("Their e-mail address").fill(email);
  await client.getByRole("button", { name: "Send the invitation" }).click();

  const field = client.getByLabel("Their e-mail address");
  await expect(field).toHaveAccessibleDescription(/Ana Duarte is at this desk already\./);
  await expect(field).toHaveValue(email);
});

test("Ana sees who belongs to the desk, and that it is Mira who invites and removes", async ({
  assistant,
}) => {
  await assistant.goto(`/w/${slugOf(assistant)}/settings`);
  await expect(assistant.getByText("Only Mira invites and removes")).toBeVisible();
  await expect(assistant.getByRole("button", { name: /Remove|invitation/ })).toHaveCount(0);

  await assistant.goto(`/w/${slugOf(assistant)}/settings/desk`);
  await expect(assistant.getByLabel("Name of the desk")).toBeDisabled();
});

test("Mira mistypes the desk's time zone and keeps everything else she typed", async ({ client }) => {
  await client.goto(`/w/${slugOf(client)}/settings/desk`);
  await client.getByLabel("Name of the desk").fill("Mira at home");
  await client.getByText("plum", { exact: true }).click();
  await client.getByLabel("Time zone").fill("Mars/Base");
  await client.getByRole("button", { name: "Save" }).click();

  await expect(client.getByLabel("Time zone")).toHaveAccessibleDescription(/Choose a time zone/);
  await expect(client.getByLabel("Name of the desk")).toHaveValue("Mira at home");
  await expect(client.getByLabel("plum")).toBeChecked();
});

test("Nia ends her session in another browser, and is signed out there", async ({
  client,
  visitor,
  browser,
  expectConsole,
}) => {
  expectConsole(sandboxedMail);
  const email = newAddress();
  await invite(client, email);
  await accept(visitor, email);
  const other = await signIn(browser, email);

  await visitor.goto(`/w/${slugOf(visitor)}/settings/you`);
  await visitor.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await expect(visitor.getByText("this browser")).toBeVisible();
  await expect(other).toHaveURL(/\/sign-in/);
  await expect(other.getByText("Your session on this device has ended.")).toBeVisible();
  await expect(visitor.getByRole("button", { name: /^Sign out/ })).toHaveCount(0);
  await other.context().close();
});

test("A window that had no line when its session ended is signed out as soon as it has one", async ({
  client,
  visitor,
  browser,
  expectConsole,
}) => {
  expectConsole(sandboxedMail);
  const email = newAddress();
  await invite(client, email);
  await accept(visitor, email);
  const other = await signIn(browser, email);
  await other.context().setOffline(true);
  await expect(other.getByText("You are offline.")).toBeVisible();

  await visitor.goto(`/w/${slugOf(visitor)}/settings/you`);
  await visitor.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await expect(visitor.getByText("this browser")).toBeVisible();
  await other.context().setOffline(false);
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

/** The same person at another browser, by a link of their own. */
async function signIn(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await (await MailboxPage.open(page)).linkTo(email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/w\//);
  return page;
}
