import type { Page } from "@playwright/test";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { PersonPage } from "../support/pages/people-page";

let made = 0;

/** Somebody on the desk whom no other run has met. */
async function somebody(page: Page, first: string): Promise<{ id: string; name: string }> {
  made += 1;
  const name = `${first} Abend${Date.now().toString(36)}${made}`;
  const { body } = await callDesk(page, "/people", { name });
  return { id: String(body.id), name };
}

async function open(page: Page, { id, name }: { id: string; name: string }): Promise<PersonPage> {
  await page.goto(`/w/${slugOf(page)}/people/${id}`);
  return PersonPage.at(page, name);
}

test("Ana writes down what somebody enjoys and from where she has it; Mira reads both, and finds it right", async ({
  client,
  assistant,
}) => {
  const liv = await somebody(assistant, "Liv");
  const anas = await open(assistant, liv);
  await anas.button("Add something to remember").click();
  const form = assistant.getByRole("form", { name: "Something to remember" });
  await form.getByRole("button", { name: "Write it down" }).click();
  await expect(form.getByText("Write it down first.")).toBeVisible();
  await form.getByLabel("In words").fill("Marzipan from Lübeck");
  await form.getByLabel("From where").fill("her sister");
  await assistant.keyboard.press("Enter");
  await expect(anas.sheet("To remember").getByText("Marzipan from Lübeck")).toBeVisible();

  const miras = await open(client, liv);
  const known = miras.sheet("To remember");
  await expect(known.getByText(/^Ana, .*, from her sister$/)).toBeVisible();
  await miras.button("More about: Marzipan from Lübeck").click();
  await client.getByRole("menuitem", { name: "Still right" }).click();
  await expect(known.getByText(/found right by Mira/)).toBeVisible();
  await client.keyboard.press("u");
  await expect(known.getByText(/found right by Mira/)).toHaveCount(0);
});

test("What Mira keeps to herself about somebody never reaches Ana's open window, and her own shows it is hers", async ({
  client,
  assistant,
}) => {
  const liv = await somebody(client, "Runa");
  const anas = await open(assistant, liv);
  const miras = await open(client, liv);
  await miras.button("Add something to remember").click();
  const form = client.getByRole("form", { name: "Something to remember" });
  await form.getByLabel("What it is").selectOption("Avoid");
  await form.getByLabel("In words").fill("Her first husband");
  await form.getByLabel("Private: only you see it").check();
  await form.getByRole("button", { name: "Write it down" }).click();
  await expect(miras.sheet("To remember").getByText("Her first husband")).toBeVisible();

  await miras.button("Add a promise").click();
  const promise = client.getByRole("form", { name: "A promise" });
  await promise.getByLabel("What").fill("Send the recipe");
  await promise.getByRole("button", { name: "Write it down" }).click();

  await expect(anas.sheet("Promises").getByText("Send the recipe")).toBeVisible();
  await expect(anas.sheet("To remember").getByText("Her first husband")).toHaveCount(0);
  await expect(miras.sheet("To remember").getByText("Private")).toBeAttached();
});

test("Mira logs a call by keyboard: it stands in the story, and the time to be in touch starts anew", async ({
  client,
}) => {
  const person = await open(client, await somebody(client, "Tove"));
  const touch = person.sheet("Keeping in touch");
  await touch.getByLabel("How often").selectOption("Every month");
  await expect(touch.getByText(/Time again on/)).toBeVisible();
  await expect(touch.getByText("No contact is written down yet.")).toBeVisible();

  await client.keyboard.press("l");
  const dialog = client.getByRole("dialog", { name: "Log contact" });
  await dialog.getByLabel("About what").fill("The new kitchen, at length.");
  await dialog.getByRole("button", { name: "Write it down" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(person.sheet("What happened").getByText("The new kitchen, at length.")).toBeVisible();
  await expect(touch.getByText("Last: a call, today.")).toBeVisible();

  await client.keyboard.press("u");
  await expect(person.sheet("What happened").getByText("The new kitchen, at length.")).toHaveCount(0);
  await expect(touch.getByText("No contact is written down yet.")).toBeVisible();
});

test("What Mira had typed about somebody outlives Escape and a reload, until it is written down", async ({
  client,
}) => {
  const runa = await somebody(client, "Runa");
  const person = await open(client, runa);
  const form = client.getByRole("form", { name: "Something to remember" });
  const promise = client.getByRole("form", { name: "A promise" });
  const dialog = client.getByRole("dialog", { name: "Log contact" });
  await person.button("Add something to remember").click();
  await form.getByLabel("In words").fill("Sailing");
  await client.keyboard.press("Escape");
  await person.button("Add something to remember").click();
  await expect(form.getByLabel("In words")).toHaveValue("Sailing");
  await person.button("Add a promise").click();
  await promise.getByLabel("What").fill("Send the chart");
  await client.getByRole("heading", { level: 1 }).click();
  await client.keyboard.press("l");
  await dialog.getByLabel("About what").fill("The new boat.");
  await client.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await client.reload();

  await person.button("Add a promise").click();
  await expect(promise.getByLabel("What")).toHaveValue("Send the chart");
  await person.button("Add something to remember").click();
  await expect(form.getByLabel("In words")).toHaveValue("Sailing");
  await client.getByRole("heading", { level: 1 }).click();
  await client.keyboard.press("l");
  await expect(dialog.getByLabel("About what")).toHaveValue("The new boat.");
  await client.keyboard.press("Control+Enter");
  await expect(person.sheet("What happened").getByText("The new boat.")).toBeVisible();
  await client.keyboard.press("l");
  await expect(dialog.getByLabel("About what")).toHaveValue("");
});

test("Ana writes down whose child somebody is: both pages say so, each from its side", async ({
  assistant,
}) => {
  const mother = await somebody(assistant, "Signe");
  const child = await somebody(assistant, "Ebbe");
  const page = await open(assistant, mother);
  await page.button("Add somebody beside them").click();
  const form = assistant.getByRole("form", { name: "Somebody beside them" });
  await form.getByLabel("What they are").selectOption("Child");
  await form.getByLabel("Who").fill(child.name);
  await assistant.getByRole("option", { name: child.name }).click();
  await expect(form.getByText("Ebbe is Signe’s child.")).toBeVisible();
  await form.getByRole("button", { name: "Write it down" }).click();

  await page.sheet("Family and friends").getByRole("link", { name: child.name }).click();
  const theirs = await PersonPage.at(assistant, child.name);
  await expect(theirs.sheet("Family and friends").getByText("Parent")).toBeVisible();
  await expect(theirs.sheet("Family and friends").getByRole("link", { name: mother.name })).toBeVisible();
});
