import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { slugOf } from "./call-desk";
import { MailboxPage } from "./pages/mailbox-page";

const atDesk = new Set<string>();

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
  await arrive(visitor, email);
}

/** Nia is at the desk, however she came; {@link sendAway} knows of her. */
export async function arrive(visitor: Page, email: string): Promise<void> {
  await visitor.waitForURL(/\/w\/[^/]+\/queue/);
  atDesk.add(email);
}

/** Mira removes somebody from her settings, and is asked once more. */
export async function remove(client: Page, email: string, name = "Nia Okafor"): Promise<void> {
  await client.goto(`/w/${slugOf(client)}/settings`);
  const row = client.getByRole("listitem").filter({ hasText: email });
  await row.getByRole("button", { name: `Remove ${name}` }).click();
  const dialog = client.getByRole("dialog", { name: `Remove ${name}?` });
  await dialog.getByRole("button", { name: `Remove ${name}` }).click();
  await expect(row.getByRole("button")).toHaveCount(0);
  atDesk.delete(email);
}

/** After a test: whoever came is gone again, as other tests find Mira with Ana alone, and are told her name. */
export async function sendAway(client: Page, visitor: Page): Promise<void> {
  await visitor.close();
  for (const email of atDesk) await remove(client, email);
}
