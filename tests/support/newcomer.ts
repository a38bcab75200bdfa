import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { slugOf } from "./call-desk";
import { MailboxPage } from "./pages/mailbox-page";

/** An address that nobody has used before. */
export function newAddress(): string {
  return `nia-${randomBytes(4).toString("hex")}@example.com`;
}

/** Mira invites an address from her settings. */
export async function invite(client: Page, email: string): Promise<void> {
  await client.goto(`/w/${slugOf(client)}/settings`);
  await client.getByLabel("Their e-mail address").fill(email);
  await client.getByRole("button", { name: "Send the invitation" }).click();
  await expect(client.getByText(`An invitation is on its way to ${email}.`)).toBeVisible();
}

/** Nia reads the invitation's mail and accepts; afterwards her window is at Mira's desk. */
export async function accept(visitor: Page, email: string, name = "Nia Okafor"): Promise<void> {
  const mailbox = await MailboxPage.open(visitor);
  await visitor.goto(await mailbox.linkTo(email));
  await visitor.getByLabel("Your name").fill(name);
  await visitor.getByRole("button", { name: "Accept and sign in" }).click();
  await visitor.waitForURL(/\/w\/[^/]+\/queue/);
}
