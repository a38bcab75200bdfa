import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

const settings = async (page: Page) => {
  await page.goto(`/w/${slugOf(page)}/settings/time`);
  return page.getByRole("region", { name: "Protected hours" });
};
const named = (page: Page, name: string) => page.getByRole("article").filter({ hasText: name });

/** Friday 4 January 2030 and on: far from whatever the demo has. */
async function protect(page: Page, name: string): Promise<void> {
  const section = await settings(page);
  await section.getByRole("button", { name: "Protect hours" }).click();
  const form = page.getByRole("form", { name: "Protect hours" });
  await form.getByLabel("What you call it").fill(name);
  await form.getByLabel("First day").fill("2030-01-04");
  await form.getByLabel("From").fill("22:00");
  await form.getByLabel(/^Until/).fill("06:00");
  await expect(form.getByText("Every Friday, 22:00–06:00 the next day")).toBeVisible();
  await form.getByRole("button", { name: "Protect", exact: true }).click();
  await expect(named(page, name)).toBeVisible();
}

test("Mira protects her Friday nights, and Ana reads when they are and who says so", async ({
  client,
  assistant,
}) => {
  const name = `Nights ${randomUUID().slice(0, 8)}`;
  await protect(client, name);

  const section = await settings(assistant);
  await expect(named(assistant, name).getByText("Every Friday, 22:00–06:00 the next day")).toBeVisible();
  await expect(section.getByText(/^Only Mira says which hours are protected/)).toBeVisible();
  await expect(section.getByRole("button")).toHaveCount(0);
});

test("What Mira changed, left out or gave free by a slip is back with one press, by keyboard alone", async ({
  client,
}) => {
  const name = `Nights ${randomUUID().slice(0, 8)}`;
  await protect(client, name);
  const line = named(client, name);

  await line.getByRole("button", { name: `Not on 4 January 2030: ${name}` }).press("Enter");
  await expect(line.getByText(/not on 4 January 2030/)).toBeVisible();
  await client.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(line.getByText(/not on/)).toHaveCount(0);

  await line.getByRole("button", { name: `Remove ${name}` }).press("Enter");
  await expect(line).toHaveCount(0);
  await expect(client.getByText(`“${name}” is given free.`)).toBeVisible();
  await client.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(line).toBeVisible();

  await line.getByRole("button", { name: `Change ${name}` }).press("Enter");
  const form = client.getByRole("form", { name: `Change ${name}` });
  await form.getByLabel("Ends").selectOption("On a day");
  await form.getByLabel("Last day").fill("2030-03-01");
  await form.getByRole("button", { name: "Save" }).press("Enter");
  await expect(line.getByText("Every Friday until 1 March 2030, 22:00–06:00 the next day")).toBeVisible();
});

test("Hours that cannot be are said at their fields, and nothing that was typed is lost", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/400/);
  const section = await settings(client);
  await section.getByRole("button", { name: "Protect hours" }).click();
  const form = client.getByRole("form", { name: "Protect hours" });
  await form.getByLabel("What you call it").fill("Never");
  await form.getByLabel("First day").fill("");
  await form.getByRole("button", { name: "Protect", exact: true }).click();
  await expect(form.getByText("Give the day.")).toBeVisible();
  await form.getByLabel("First day").fill("2030-01-04");
  await form.getByRole("button", { name: "In another time zone" }).click();
  await expect(form.getByLabel("Time zone")).toBeFocused();
  await form.getByLabel("Time zone").fill("Europe/Nowhere");
  await form.getByRole("button", { name: "Protect", exact: true }).click();
  await expect(form.getByText("Choose a time zone, such as Europe/Lisbon.")).toBeVisible();
  await expect(form.getByLabel("What you call it")).toHaveValue("Never");
});

test("When Mira works, and how long a post keeps her free, is hers to say", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/400/);
  await settings(client);
  const form = client.getByRole("form", { name: "Hours, ways and checks" });
  const before = await form.getByLabel("It ends").inputValue();
  await form.getByLabel("It ends").fill("06:00");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("The day ends after it begins.")).toBeVisible();
  await form.getByLabel("It ends").fill(before);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
});
