import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { newAddress } from "../support/newcomer";
import { ForYouPage } from "../support/pages/for-you-page";

/** What the host types, on the machine that serves; the link is printed, as no mail server is set. */
async function inviteAsHost(email: string): Promise<string> {
  const settings = { DATA_DIR: process.env.FIRSTHAND_E2E_DATA, SMTP_URL: "", DATABASE_URL: "" };
  const env = { ...process.env, ...settings, DATABASE_OWNER_URL: "" };
  const { stdout } = await promisify(execFile)(process.execPath, ["scripts/invite.mjs", email], { env });
  return /https?:\S+\/new-desk\/\S+/.exec(stdout)?.[0] ?? stdout;
}

/** Opens the menu with the desks. */
async function openDesks(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Change desk or sign out/ }).click();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
}

test("Nia, whom the host invites, makes a desk of her own, then another, and goes from one to the other", async ({
  visitor,
}) => {
  const link = await inviteAsHost(newAddress());
  await visitor.goto(link);
  await visitor.getByLabel("Your name").fill("Nia Okafor");
  await visitor.getByRole("button", { name: "Make my desk and sign in" }).click();
  await visitor.waitForURL(/\/w\/[^/]+\/you/);
  const first = slugOf(visitor);

  await openDesks(visitor);
  await visitor.getByRole("menuitem", { name: "Another desk" }).click();
  await visitor.getByLabel("Time zone").fill("Nowhere/Land");
  await visitor.getByRole("button", { name: "Make the desk" }).click();
  await expect(visitor.getByLabel("Name of the desk")).toHaveAccessibleDescription(/Give the desk a name\./);
  await expect(visitor.getByLabel("Time zone")).toHaveValue("Nowhere/Land");
  await visitor.getByLabel("Name of the desk").fill("The choir");
  await visitor.getByLabel("Time zone").fill("Pacific/Chatham");
  await visitor.getByRole("button", { name: "Make the desk" }).click();
  await visitor.waitForURL((url) => /\/w\/[^/]+\/you/.test(url.pathname) && !url.pathname.includes(first));

  await openDesks(visitor);
  await visitor.getByRole("menuitem", { name: /Nia’s desk/ }).click();
  await visitor.waitForURL(new RegExp(`/w/${first}/`));
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { name: "This invitation is over" })).toBeVisible();
});

test("The demo’s Mira, whom everybody can be, makes no desk", async ({ client }) => {
  await ForYouPage.open(client);
  await openDesks(client);
  await expect(client.getByRole("menuitem", { name: "Another desk" })).toHaveCount(0);
  await client.goto("/new-desk");
  await expect(client.getByRole("heading", { name: "No desk can be made with this account" })).toBeVisible();
});
