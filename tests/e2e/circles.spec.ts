import { randomUUID } from "node:crypto";
import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { PeoplePage } from "../support/pages/people-page";

test("Mira makes a circle strict; Ana can move somebody into it, and not out of it", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/403/);
  const mark = randomUUID().slice(0, 8);
  const [circle, name] = [`Choir ${mark}`, `Noor ${mark}`];
  await client.goto(`/w/${slugOf(client)}/settings/circles`);
  await client.getByLabel("Another circle").fill(circle);
  await client.getByRole("button", { name: "Add circle" }).click();
  const about = client.getByRole("article", { name: circle });
  await about.getByLabel("Everything towards them must be you").check();
  await about.getByRole("button", { name: `Save ${circle}` }).click();
  await expect(about.getByText("Saved.")).toBeVisible();

  const form = await (await PeoplePage.open(assistant)).addSomebody();
  await form.field("Name").fill(name);
  await form.button("Add them").click();
  const heading = assistant.getByRole("heading", { level: 1, name });
  await expect(heading).toBeVisible();
  const toggle = async (menu: string) => {
    await assistant.getByRole("button", { name: `Circles: ${menu}` }).click();
    await assistant.getByRole("menuitemcheckbox", { name: circle }).click();
  };
  await toggle("Wider circle");
  await expect(assistant.getByText(`Now in: Wider circle, ${circle}.`)).toBeVisible();
  await toggle(`Wider circle, ${circle}`);
  await expect(assistant.getByText("Only Mira can change this.")).toBeVisible();
  await assistant.reload();
  await expect(assistant.getByRole("button", { name: `Circles: Wider circle, ${circle}` })).toBeVisible();

  await client.goto(assistant.url());
  await client.getByRole("button", { name: `Circles: Wider circle, ${circle}` }).click();
  await client.getByRole("menuitemcheckbox", { name: circle }).click();
  await expect(client.getByRole("button", { name: "Circles: Wider circle", exact: true })).toBeVisible();
});

test("Ana reads the circles, and changes nothing about them", async ({ assistant }) => {
  await assistant.goto(`/w/${slugOf(assistant)}/settings/circles`);
  const inner = assistant.getByRole("article", { name: "Inner circle" });
  await expect(assistant.getByText("Only Mira shapes the circles.")).toBeVisible();
  await expect(inner.getByLabel("Birthdays and other days are greeted in person")).toBeDisabled();
  await expect(inner.getByRole("button")).toHaveCount(0);
});

test("Mira writes down that somebody has died, and takes it back", async ({ client }) => {
  const name = `Beth ${randomUUID().slice(0, 8)}`;
  const form = await (await PeoplePage.open(client)).addSomebody();
  await form.field("Name").fill(name);
  await form.button("Add them").click();
  await expect(client.getByRole("heading", { level: 1, name })).toBeVisible();
  await client.getByRole("button", { name: "More" }).click();
  await client.getByRole("menuitem", { name: "They have died" }).click();
  const dialog = client.getByRole("dialog", { name: "They have died" });
  await dialog.getByLabel("On which day, if you know").fill("2021-03-03");
  await dialog.getByRole("button", { name: "Write it down" }).click();

  await expect(client.getByText("Died 3 March 2021")).toBeVisible();
  await client.getByRole("button", { name: /^Undo/ }).click();
  await expect(client.getByText("Died 3 March 2021")).toBeHidden();
});
