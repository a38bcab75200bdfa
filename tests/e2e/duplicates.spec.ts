import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

test("Ana finds two who are one by the keys, merges them, Mira sees it at once, and Ana takes it back", async ({
  client,
  assistant,
  expectConsole,
}) => {
  // The page of whoever was merged asks once more before it leads on.
  expectConsole(/status of 404/);
  const birthday = { kind: "birthday", month: 5, day: 3 };
  const one = {
    name: "Ottilie Quist",
    emails: [{ value: "o.quist@example.org" }],
    dates: [birthday],
    note: "Sails.",
  };
  const other = {
    name: "Quist, Ottilie",
    emails: [{ value: "O.Quist+post@example.org" }],
    note: "Has a dog.",
  };
  const kept = (await callDesk(assistant, "/people", one)).body.id as string;
  const merged = (await callDesk(assistant, "/people", other)).body.id as string;
  const desk = `/w/${slugOf(assistant)}`;
  await client.goto(`/w/${slugOf(client)}/people/${merged}`);
  await expect(client.getByRole("heading", { level: 1, name: "Quist, Ottilie" })).toBeVisible();
  await expect(client.getByText("This is surely also")).toBeVisible();

  await assistant.goto(`${desk}/people/duplicates`);
  const pair = assistant.getByRole("listitem", { name: /Ottilie Quist and Quist, Ottilie/ });
  await expect(pair).toContainText("same e-mail address");
  await expect(async () => {
    await assistant.keyboard.press("j");
    await expect(pair).toBeFocused({ timeout: 200 });
  }).toPass();
  await assistant.keyboard.press("m");
  const dialog = assistant.getByRole("dialog", { name: "Merge two people" });
  await dialog.getByRole("group", { name: /note/i }).getByRole("radio", { name: /Both/ }).check();
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(assistant.getByText("Ottilie Quist is one person now.")).toBeVisible();
  await expect(pair).toBeHidden();
  await expect(assistant.locator("main :focus")).toHaveCount(1);

  await expect(client.getByRole("heading", { level: 1, name: "Ottilie Quist" })).toBeVisible();
  await expect(client).toHaveURL(new RegExp(`/people/${kept}$`));
  await expect(client.getByText("Has a dog.")).toBeVisible();
  await expect(client.getByText(/was merged into this page/)).toBeVisible();

  await assistant.keyboard.press("u");
  await expect(assistant.getByText("They are two again, as they were.")).toBeVisible();
  await expect(pair).toBeVisible();
  await expect(client.getByText("Has a dog.")).toBeHidden();

  await pair.getByRole("button", { name: "These are two people" }).click();
  await expect(pair).toBeHidden();
  await assistant.getByText("Pairs that are two people").click();
  const apart = assistant
    .getByRole("listitem")
    .filter({ hasText: /^(Ottilie Quist and Quist, Ottilie|Quist, Ottilie and Ottilie Quist)/ });
  await apart.getByRole("button", { name: "Look again" }).click();
  await expect(pair).toBeVisible();
});

test("Mira merges a maiden and a married name by hand, and chooses whose birthday is right", async ({
  client,
}) => {
  const born = (day: number) => [{ kind: "birthday", month: 11, day, year: 1970 }];
  await callDesk(client, "/people", { name: "Wilhelmine Abendroth", dates: born(1) });
  const { body } = await callDesk(client, "/people", { name: "Minna Zwick", dates: born(2) });
  await client.goto(`/w/${slugOf(client)}/people/${body.id}`);
  await client.getByRole("button", { name: "More", exact: true }).click();
  await client.getByRole("menuitem", { name: "Merge with…" }).click();
  const choice = client.getByRole("dialog", { name: "Merge with…" });
  await choice.getByRole("button", { name: "Look at both" }).click();
  await expect(choice.getByText("Choose somebody who is on the desk already.")).toBeVisible();
  await choice.getByRole("combobox", { name: "Who is the same person" }).fill("Wilhelmine Abend");
  await choice.getByRole("option", { name: "Wilhelmine Abendroth" }).click();
  await choice.getByRole("button", { name: "Look at both" }).click();

  const dialog = client.getByRole("dialog", { name: "Merge two people" });
  await dialog.getByRole("radio", { name: "Minna Zwick" }).first().check();
  await dialog
    .getByRole("group", { name: /birthday/i })
    .getByRole("radio", { name: /1 November/ })
    .check();
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(client.getByText("Minna Zwick is one person now.")).toBeVisible();
  await client.goto(`/w/${slugOf(client)}/people/${body.id}`);
  await expect(client.getByText("1 November").first()).toBeVisible();
});

test("Whoever writes somebody down is asked whether they are known already, and may go on", async ({
  assistant,
}) => {
  await callDesk(assistant, "/people", { name: "Rasmus Lindqvist-Berg" });
  await assistant.goto(`/w/${slugOf(assistant)}/people/new`);
  await assistant.getByRole("textbox", { name: "Name", exact: true }).fill("Rasmus Lindqvist Berg");
  await expect(assistant.getByRole("link", { name: "the Rasmus Lindqvist-Berg you know" })).toBeVisible();
  await assistant.getByRole("button", { name: "Add them" }).click();
  await expect(assistant.getByRole("heading", { level: 1, name: "Rasmus Lindqvist Berg" })).toBeVisible();
});
