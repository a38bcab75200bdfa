import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { accept, invite, newAddress, sendAway } from "../support/newcomer";
import { MailboxPage, sandboxedMail } from "../support/pages/mailbox-page";

test.afterEach(({ client, visitor }) => sendAway(client, visitor));

test("Nia, invited by Mira, accepts from her mail, and later signs in again by a link that works once", async ({
  client,
  visitor,
  expectConsole,
}) => {
  expectConsole(sandboxedMail);
  const email = newAddress();
  await invite(client, email);
  await accept(visitor, email);
  await visitor.goto("/sign-out");
  await visitor.getByRole("button", { name: "Sign out" }).click();

  await visitor.getByLabel("Your e-mail address").fill(email.toUpperCase());
  await visitor.getByRole("button", { name: "Mail me a link" }).click();
  await expect(visitor.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  const link = await (await MailboxPage.open(visitor)).linkTo(email);

  // A mail scanner looks first; that spends nothing.
  await visitor.goto(link);
  await visitor.goto(link);
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await visitor.waitForURL(/\/w\/[^/]+\/queue/);

  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await expect(visitor.getByLabel("Your e-mail address")).toHaveValue(email);
  await visitor.getByRole("link", { name: "Go on" }).click();
  await visitor.waitForURL(/\/w\/[^/]+\/queue/);
});

test("Whoever is signed out on the way somewhere gets there after signing in", async ({
  client,
  visitor,
  expectConsole,
}) => {
  expectConsole(sandboxedMail);
  const email = newAddress();
  await invite(client, email);
  await accept(visitor, email);
  const wanted = `/w/${slugOf(visitor)}/settings/you`;
  await visitor.goto("about:blank");
  await visitor.context().clearCookies();

  await visitor.goto(wanted);
  await visitor.getByLabel("Your e-mail address").fill(email);
  await visitor.getByRole("button", { name: "Mail me a link" }).click();
  await expect(visitor.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await visitor.getByRole("link", { name: "try again" }).click();
  await visitor.getByLabel("Your e-mail address").fill(email);
  await visitor.getByRole("button", { name: "Mail me a link" }).click();
  await expect(visitor.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await visitor.goto(await (await MailboxPage.open(visitor)).linkTo(email));
  await visitor.getByRole("button", { name: "Sign in" }).click();

  await expect(visitor).toHaveURL(wanted);
});

test("A stranger hears the same for an address that is known and one that is not", async ({
  client,
  visitor,
}) => {
  const [known, unknown] = [newAddress(), newAddress()];
  await invite(client, known);
  const answers: string[] = [];
  for (const email of [known, unknown]) {
    await visitor.goto("/sign-in");
    await visitor.getByLabel("Your e-mail address").fill(email);
    await visitor.getByRole("button", { name: "Mail me a link" }).click();
    await expect(visitor.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
    answers.push(((await visitor.getByRole("main").textContent()) ?? "").replace(email, "…"));
  }
  expect(answers[0]).toBe(answers[1]);
  const mailbox = await MailboxPage.open(visitor);
  expect([await mailbox.count(known), await mailbox.count(unknown)]).toEqual([2, 0]);
});

test("Whoever mistypes their address keeps what they typed and reads what is wrong beside it", async ({
  visitor,
}) => {
  await visitor.goto("/sign-in");
  await visitor.getByLabel("Your e-mail address").fill("mira@nowhere");
  await visitor.getByRole("button", { name: "Mail me a link" }).click();

  const field = visitor.getByLabel("Your e-mail address");
  await expect(field).toHaveValue("mira@nowhere");
  await expect(field).toHaveAccessibleDescription("This is not an e-mail address.");
});

test("Signing in works before the page's scripts do", async ({ browser, client }) => {
  const email = newAddress();
  await invite(client, email);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await (await MailboxPage.open(page)).linkTo(email));
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("heading", { name: "You belong to no desk at the moment" })).toBeVisible();
  await context.close();
});

test("A mail is shown as it would arrive, and its button leads to the page it is about", async ({
  client,
  visitor,
  expectConsole,
}) => {
  expectConsole(sandboxedMail);
  const email = newAddress();
  await invite(client, email);
  await (await MailboxPage.open(visitor)).linkTo(email);
  const headers = visitor.getByRole("article").getByRole("definition");
  await expect(headers.filter({ hasText: email })).toBeVisible();
  const mail = visitor.frameLocator("iframe");
  await expect(mail.getByText("asks you to be an assistant")).toBeVisible();

  const opened = visitor.waitForEvent("popup");
  await mail.getByRole("link", { name: "See the invitation" }).click();
  const invitation = await opened;
  await expect(
    invitation.getByRole("heading", { name: "Mira Holt invites you to assist them" }),
  ).toBeVisible();
});

test("The demo lets nobody in but as its client or its assistant", async ({ request }) => {
  for (const role of ["agent", "system", "admin", "..%2fclient"]) {
    expect((await request.get(`/demo/${role}`)).status()).toBe(404);
  }
});

test("A link to signing in never leads to another site", async ({ client }) => {
  for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "/%2f/evil.example"]) {
    await client.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(client).toHaveURL(/\/w\/[^/]+\/you$/);
  }
});
