import type { Page } from "@playwright/test";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { PeoplePage, PersonPage } from "../support/pages/people-page";

/** Somebody who is on the desk already, in a page of their own. */
async function openSomebody(
  page: Page,
  name: string,
  more: Record<string, unknown> = {},
): Promise<PersonPage> {
  const { body } = await callDesk(page, "/people", { name, ...more });
  await page.goto(`/w/${slugOf(page)}/people/${body.id}`);
  return PersonPage.at(page, name);
}

test("Ana writes somebody down, finds them by their mail address, and changes what is known", async ({
  assistant,
}) => {
  const people = await PeoplePage.open(assistant);
  const form = await people.addSomebody();
  await form.field("Name").fill("Ylva Nordqvist");
  await form.addBirthday("29", "February", "1984");
  await form.button("Add an e-mail address").click();
  await assistant.keyboard.type("ylva@nordqvist.example");
  await form.field("Careful").fill("Never before ten.");
  await form.button("Add them").click();
  const person = await PersonPage.at(assistant, "Ylva Nordqvist");
  await expect(person.sheet("Days").getByText("29 February 1984")).toBeVisible();
  await expect(person.sheet("Their card").getByText("Never before ten.")).toBeVisible();
  await expect(assistant.getByRole("link", { name: "ylva@nordqvist.example" })).toHaveAttribute(
    "href",
    "mailto:ylva@nordqvist.example",
  );

  const edit = await person.edit();
  await edit.field("How the name is said").fill("EEL-vah");
  await edit.field("Organization").fill("Nordqvist Boats");
  await edit.button("Save").click();
  await expect(assistant.getByText("Said: EEL-vah")).toBeVisible();
  const card = person.sheet("Their card");
  await expect(card.getByText("Nordqvist Boats")).toBeVisible();
  // Whose word it is, and since when: the name, how it is said, the address, what to be careful about, where they work.
  await expect(card.getByText(/^Ana, \d+ \w+ \d{4}$/)).toHaveCount(5);
  await expect(person.sheet("Days").getByText(/^Ana, \d+ \w+ \d{4}$/)).toBeVisible();

  await assistant.getByRole("link", { name: "People" }).first().click();
  await expect(people.search).toBeVisible();
  await assistant.keyboard.press("f");
  await expect(people.search).toBeFocused();
  await people.search.fill("nordqvist.exam");
  await expect(assistant.getByText("1 person", { exact: true })).toBeVisible();
  await expect(people.line("Ylva Nordqvist")).toContainText("Nordqvist Boats");
  await expect(assistant).toHaveURL(/people\?q=nordqvist\.exam$/);
  await people.search.press("ArrowDown");
  await expect(people.line("Ylva Nordqvist").getByRole("link")).toBeFocused();
  await assistant.keyboard.press("Enter");
  await PersonPage.at(assistant, "Ylva Nordqvist");
  await assistant.goBack();
  await expect(people.search).toHaveValue("nordqvist.exam");
  await expect(people.line("Ylva Nordqvist")).toBeVisible();
});

test("Ana takes a day away that Mira wrote down; the task stays, and Mira takes it back with one press", async ({
  client,
  assistant,
}) => {
  const soon = new Date(Date.now() + 3 * 86_400_000);
  const born = { kind: "birthday", month: soon.getUTCMonth() + 1, day: soon.getUTCDate() };
  await openSomebody(client, "Solveig Askeland", { dates: [born] });
  const id = client.url().split("/").at(-1);
  await assistant.goto(`/w/${slugOf(assistant)}/people/${id}`);
  const anas = await PersonPage.at(assistant, "Solveig Askeland");
  const form = await anas.edit();
  await form.button("Take day 1 out").click();
  await form.button("Save").click();
  await expect(assistant.getByText(/^Saved\. One task stays: only \w+ can take it back\.$/)).toBeVisible();

  await client.getByRole("link", { name: /Birthday · Solveig Askeland/ }).click();
  await expect(client.getByText(/The day that this was made for is no longer written down\.$/)).toBeVisible();
  await client.getByRole("button", { name: "Take it back" }).click();
  await expect(client.getByText("Taken back.")).toBeVisible();
});

test("When Mira makes somebody private, they leave Ana's window, and come back when she shows them", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/404/);
  const person = await openSomebody(client, "Ottoline Quarrington");
  const anas = await PeoplePage.open(assistant);
  await anas.search.fill("quarrington");
  await expect(anas.line("Ottoline Quarrington")).toBeVisible();
  await person.choose("More", "Make private");
  await person.answer("Make private");
  await expect(client.getByText("Private: nobody but you sees them.")).toBeVisible();
  await expect(anas.line("Ottoline Quarrington")).toHaveCount(0);
  await expect(assistant.getByText("Nobody like this is on the desk.")).toBeVisible();
  const path = new URL(client.url()).pathname;
  expect((await callDesk(assistant, `/people/${path.split("/").at(-1)}`)).status).toBe(404);
  await person.button("Undo").click();
  await expect(anas.line("Ottoline Quarrington")).toBeVisible();
  const anasPerson = await anas.openPerson("Ottoline Quarrington");
  await anasPerson.button("More").click();
  await expect(assistant.getByRole("menuitem", { name: "Take off the desk" })).toBeVisible();
  await expect(assistant.getByRole("menuitem", { name: "Make private" })).toHaveCount(0);
});

test("Mira moves somebody to another circle and takes it back", async ({ client }) => {
  const person = await openSomebody(client, "Hedda Lund", { circle: "friends" });
  await person.choose("Circles: Friends", "Inner circle");
  await expect(client.getByText("Now in: Inner circle, Friends.")).toBeVisible();
  await expect(person.button("Circles: Inner circle, Friends")).toBeVisible();
  await client.keyboard.press("z");
  await expect(person.button("Circles: Friends")).toBeVisible();

  for (const item of ["They have died", "Merge with…", "Make private"]) {
    await person.choose("More", item);
    await client.getByRole("dialog").getByRole("button", { name: "Not now" }).click();
    await expect(person.button("More")).toBeFocused();
  }
});

test("What Mira typed survives a reload and what Ana saved meanwhile", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/409/);
  const person = await openSomebody(client, "Casper Vinter", { note: "Plays the cello." });
  const { body } = await callDesk(client, `/people/${client.url().split("/").at(-1)}`);
  const form = await person.edit();
  await form.field("Note").fill("Plays the cello, and sails.");
  await client.reload();
  await expect(client.getByText("This is what you had typed before.")).toBeVisible();
  await expect(form.field("Note")).toHaveValue("Plays the cello, and sails.");
  await callDesk(assistant, `/people/${body.id}/edit`, {
    version: body.version,
    note: "Plays the viola.",
    jobTitle: "Luthier",
  });
  await form.button("Save").click();
  await expect(client.getByText(/^Ana changed the note and the job title meanwhile/)).toBeVisible();
  await expect(client.getByText("Plays the viola.")).toBeVisible();
  await expect(form.field("Note")).toHaveValue("Plays the cello, and sails.");
  await expect(form.field("Job title")).toHaveValue("Luthier");
  await form.button("Save").click();
  await PersonPage.at(client, "Casper Vinter");
  await expect(client.getByText("Plays the cello, and sails.")).toBeVisible();
  await expect(person.sheet("Their card").getByText("Luthier")).toBeVisible();
});

test("A day that does not exist is said at its field, and Mira loses nothing", async ({
  client,
  expectConsole,
}) => {
  expectConsole(/400/);
  const people = await PeoplePage.open(client);
  const form = await people.addSomebody();
  await form.button("Add them").click();
  await expect(form.field("Name")).toBeFocused();
  await expect(client.getByText("Give a name.")).toBeVisible();
  await form.field("Name").fill("Signe Dahl");
  await form.addBirthday("29", "February", "1983");
  await form.button("Add them").click();
  await expect(client.getByText("1983 had no 29 February.", { exact: false })).toBeVisible();
  await expect(form.field("Day")).toBeFocused();
  await form.field("Year, if known").fill("");
  await form.button("Add them").click();
  const person = await PersonPage.at(client, "Signe Dahl");
  await expect(person.sheet("Days").getByText("29 February", { exact: true })).toBeVisible();
});

test("Ana adds a task about somebody from their page, and takes somebody off the desk", async ({
  assistant,
}) => {
  const person = await openSomebody(assistant, "Wenzel Ohm");
  await assistant.getByRole("link", { name: /^Add a task/ }).click();
  await expect(assistant.getByRole("combobox", { name: "Person" })).toHaveValue("Wenzel Ohm");
  await assistant.getByRole("textbox", { name: "What is to be done" }).fill("Send Wenzel the plans");
  await assistant.getByRole("button", { name: "Add the task" }).click();
  await expect(assistant).toHaveURL(/queue\?task=/);
  const people = await PeoplePage.open(assistant);
  await people.search.fill("wenzel");
  await people.openPerson("Wenzel Ohm");
  await expect(person.sheet("Open tasks").getByText("Send Wenzel the plans")).toBeVisible();
  await person.choose("More", "Take off the desk");
  await person.answer("Take off");
  await expect(assistant.getByRole("heading", { name: "People" })).toBeVisible();
  await expect(people.line("Wenzel Ohm")).toHaveCount(0);
});

test("On a phone the parts of a page about somebody are read out in the order in which Mira sees them", async ({
  client,
}) => {
  await openSomebody(client, "Oda Brun", { note: "Plays the viola" });
  await client.setViewportSize({ width: 390, height: 844 });
  const parts = await client.getByRole("main").getByRole("heading", { level: 2 }).all();
  const tops = await Promise.all(parts.map(async (part) => (await part.boundingBox())?.y ?? 0));
  expect(tops.length).toBeGreaterThan(5);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));

  await client.setViewportSize({ width: 1440, height: 900 });
  const topOf = async (name: string) =>
    (await client.getByRole("heading", { level: 2, name }).boundingBox())?.y;
  expect(await topOf("Days")).toBe(await topOf("Open tasks"));
});

test("Rows of people whom nobody has come near yet are as high as they will be, so that nothing jumps", async ({
  assistant,
}) => {
  const people = await PeoplePage.open(assistant);
  const guessedWrong = () =>
    assistant.getByRole("main").evaluate((main) =>
      [...main.querySelectorAll("li")]
        .filter((row) => getComputedStyle(row).contentVisibility === "auto")
        .map((row) => {
          const guess = getComputedStyle(row).containIntrinsicBlockSize.replace("auto ", "");
          const height = row.firstElementChild?.getBoundingClientRect().height ?? 0;
          return { name: row.textContent, isWrong: Math.abs(Number.parseFloat(guess) - height) > 0.5 };
        }),
    );
  const wide = await guessedWrong();
  expect(wide.length).toBeGreaterThan(20);
  expect(wide.filter(({ isWrong }) => isWrong)).toEqual([]);

  await people.page.setViewportSize({ width: 390, height: 844 });
  // A name that needs two lines is nobody's to guess.
  const narrow = await guessedWrong();
  expect(narrow.filter(({ isWrong }) => isWrong).length).toBeLessThanOrEqual(2);
});
