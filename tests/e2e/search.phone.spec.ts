import { addTask } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { ForYouPage } from "../support/pages/for-you-page";

test("Mira searches the whole desk on her phone, from its menu", async ({ client }) => {
  await addTask(client, { kind: "other", title: "Introduce the falconer to Bo" });
  await ForYouPage.open(client);

  await client.getByRole("button", { name: "More" }).click();
  await client.getByRole("menuitem", { name: "Search" }).click();
  await client.getByRole("combobox", { name: "Search tasks, people and history" }).fill("falconer");
  await client
    .getByRole("listbox", { name: "Found" })
    .getByText("Introduce the falconer to Bo")
    .first()
    .click();

  await expect(client.getByRole("heading", { name: "Introduce the falconer to Bo" })).toBeVisible();
});
