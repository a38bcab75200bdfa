import type { Page } from "@playwright/test";
import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

/** By the settings' own links, and not by an address: what is in the window's memory is there as long as somebody walks. */
async function walk(page: Page, name: string): Promise<void> {
  const link = page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name, exact: true });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "page");
}

/** Whatever is sent to this address waits until the answer of this function is called. */
async function hold(page: Page, address: string): Promise<() => void> {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(address, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  return goOn;
}

test("How Mira sounds, half typed, outlives another page and a reload, and goes when she leaves it or saves it", async ({
  client,
}) => {
  await client.goto(`/w/${slugOf(client)}/settings/voice`);
  const form = client.getByRole("form", { name: "Voice: towards everybody" });
  const ends = form.getByLabel("Ends with");
  const before = await ends.inputValue();
  const typed = "With love, and a walk soon,\nMira";
  await ends.fill(typed);
  await expect(form.getByText("Not saved yet.")).toBeVisible();
  await walk(client, "Away");
  await walk(client, "Voice");
  await expect(ends).toHaveValue(typed);
  await client.reload();
  await expect(ends).toHaveValue(typed);

  await form.getByRole("button", { name: "Leave it" }).press("Enter");
  await expect(ends).toHaveValue(before);
  await expect(form.getByRole("button", { name: /^Save/ })).toBeFocused();
  await client.reload();
  await expect(ends).toHaveValue(before);

  await ends.fill(typed);
  await form.getByRole("button", { name: /^Save/ }).press("Enter");
  await expect(form.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(ends).toHaveValue(typed);
  await expect(form.getByText("Not saved yet.")).toBeHidden();
  await client.reload();
  await expect(ends).toHaveValue(typed);
  await expect(form.getByText("Not saved yet.")).toBeHidden();
  await ends.fill(before);
  await form.getByRole("button", { name: /^Save/ }).press("Enter");
  await expect(form.getByText("Saved.", { exact: true })).toBeVisible();
});

test("What Mira types while it is being saved is not saved, and not lost", async ({ client }) => {
  await client.goto(`/w/${slugOf(client)}/settings/voice`);
  const form = client.getByRole("form", { name: "Voice: towards everybody" });
  const begins = form.getByLabel("Begins with");
  const before = await begins.inputValue();
  const goOn = await hold(client, "**/api/v1/w/*/voice");
  await begins.fill("Dear");
  const asked = client.waitForRequest("**/api/v1/w/*/voice");
  await form.getByRole("button", { name: /^Save/ }).press("Enter");
  await asked;
  await begins.fill("Dear {first name},");
  goOn();
  await expect(form.getByText("Not saved yet.")).toBeVisible();
  await expect(begins).toHaveValue("Dear {first name},");
  await client.reload();
  await expect(begins).toHaveValue("Dear {first name},");
  await begins.fill(before);
  await form.getByRole("button", { name: /^Save/ }).press("Enter");
  await expect(form.getByText("Saved.", { exact: true })).toBeVisible();
});

test("What Mira types on while a circle is being saved stays under her hands; what was sent is saved", async ({
  client,
}) => {
  await client.goto(`/w/${slugOf(client)}/settings/circles`);
  const circle = client.getByRole("article", { name: "Friends", exact: true });
  const name = circle.getByLabel("Name");
  const lead = circle.getByLabel("Days ahead of a day");
  const unit = circle.getByLabel("In touch every: counted in");
  const [was, days, counted] = [await name.inputValue(), await lead.inputValue(), await unit.inputValue()];
  const goOn = await hold(client, "**/settings/circles");
  const asked = client.waitForRequest((request) => request.method() === "POST");
  await lead.fill("12");
  await unit.selectOption("days");
  await name.fill("Friends of the house");
  await name.press("Enter");
  await asked;
  await unit.selectOption(counted);
  await name.fill("Friends of old");
  await name.press("ArrowLeft");
  goOn();
  const renamed = client.getByRole("article", { name: "Friends of the house", exact: true });
  await expect(renamed.getByText("Not saved yet.")).toBeVisible();
  await expect(renamed.getByLabel("Name")).toHaveValue("Friends of old");
  await expect(renamed.getByLabel("Name")).toBeFocused();
  await client.keyboard.type("er ");
  await expect(renamed.getByLabel("Name")).toHaveValue("Friends of oler d");
  await expect(renamed.getByLabel("In touch every: counted in")).toHaveValue(counted);
  // What was sent as it stands is not kept any more: it is as whoever changes it next has it.
  const kept = await client.evaluate(() =>
    Object.entries({ ...sessionStorage }).flatMap(([key, part]) => (/:circle:/.test(key) ? [part] : [])),
  );
  expect(kept.map((part) => JSON.parse(part))).toEqual([
    { name: "Friends of oler d", unit: expect.anything() },
  ]);

  await renamed.getByRole("button", { name: "Leave it" }).press("Enter");
  await expect(renamed.getByLabel("Name")).toHaveValue("Friends of the house");
  await expect(renamed.getByLabel("Days ahead of a day")).toHaveValue("12");
  await renamed.getByLabel("Name").fill(was);
  await renamed.getByLabel("Days ahead of a day").fill(days);
  await renamed.getByLabel("In touch every: counted in").selectOption(counted);
  await renamed.getByRole("button", { name: /^Save/ }).press("Enter");
  await expect(circle.getByText("Saved.")).toBeVisible();
});

test("Days away that were added leave an empty form; what Mira types meanwhile is the next", async ({
  client,
}) => {
  await client.goto(`/w/${slugOf(client)}/settings/away`);
  const [first, what] = [client.getByLabel("First day"), client.getByLabel("What for")];
  await first.fill("2031-03-01");
  await what.fill("A walk");
  await what.press("Enter");
  await expect(client.getByText("Sat 1 Mar 2031")).toBeVisible();
  await expect(what).toHaveValue("");
  await expect(first).toHaveValue("");
  await client.getByRole("button", { name: "Remove Sat 1 Mar 2031" }).press("Enter");
  await expect(client.getByText("Sat 1 Mar 2031")).toBeHidden();

  const goOn = await hold(client, "**/settings/away");
  const asked = client.waitForRequest((request) => request.method() === "POST");
  await first.fill("2031-03-02");
  await what.fill("A swim");
  await what.press("Enter");
  await asked;
  await first.fill("2031-04-05");
  await what.fill("A climb");
  goOn();
  await expect(client.getByText("Sun 2 Mar 2031")).toBeVisible();
  await expect(first).toHaveValue("2031-04-05");
  await expect(what).toHaveValue("A climb");
  await expect(what).toBeFocused();
  await client.getByRole("button", { name: "Remove Sun 2 Mar 2031" }).press("Enter");
  await expect(client.getByText("Sun 2 Mar 2031")).toBeHidden();
});

test("What is saved after Mira has gone to another page does not stand there as if it were not", async ({
  client,
}) => {
  await client.goto(`/w/${slugOf(client)}/settings/circles`);
  const another = client.getByLabel("Another circle");
  const friends = client.getByRole("article", { name: "Friends", exact: true });
  const lead = friends.getByLabel("Days ahead of a day");
  const days = await lead.inputValue();
  for (const [field, typed] of [
    [another, "The choir"],
    [lead, "13"],
  ] as const) {
    const goOn = await hold(client, "**/settings/circles");
    const asked = client.waitForRequest((request) => request.method() === "POST");
    await field.fill(typed);
    await field.press("Enter");
    await asked;
    await client
      .getByRole("navigation", { name: "Settings" })
      .getByRole("link", { name: "Away", exact: true })
      .click();
    goOn();
    await expect(client).toHaveURL(/\/settings\/away$/);
    await walk(client, "Circles");
    await expect(client.getByRole("article", { name: "The choir", exact: true })).toHaveCount(1);
    await expect(another).toHaveValue("");
  }
  await expect(lead).toHaveValue("13");
  await expect(friends.getByText("Not saved yet.")).toBeHidden();
  await lead.fill(days);
  await friends.getByRole("button", { name: /^Save/ }).press("Enter");
  await expect(friends.getByText("Saved.")).toBeVisible();
});

test("A circle and a phrase that Mira has begun are as she left them, also after a no", async ({
  client,
}) => {
  const slug = slugOf(client);
  await client.goto(`/w/${slug}/settings/circles`);
  const circle = client.getByRole("article", { name: "Friends", exact: true });
  const [greet, every, lead] = [
    circle.getByLabel("Birthdays and other days are greeted in person"),
    circle.getByLabel("In touch every", { exact: true }),
    circle.getByLabel("Days ahead of a day"),
  ];
  const [wasGreeted, days] = [await greet.isChecked(), await lead.inputValue()];
  await greet.click();
  await every.fill("many");
  await circle.getByRole("button", { name: "Save Friends" }).click();
  await expect(every).toHaveAttribute("aria-invalid", "true");
  await lead.fill("12");
  await walk(client, "Voice");
  await client.getByRole("button", { name: "Add a phrase" }).click();
  const phrase = client.getByRole("form", { name: "A new phrase" });
  await phrase.getByLabel("The phrase").fill("Not this spring, {first name}; ask me in May.");

  await client.goto(`/w/${slug}/settings/circles`);
  await expect(every).toHaveValue("many");
  await expect(lead).toHaveValue("12");
  await expect(greet).toBeChecked({ checked: !wasGreeted });
  await circle.getByRole("button", { name: "Leave it" }).press("Enter");
  await expect(lead).toHaveValue(days);
  await expect(greet).toBeChecked({ checked: wasGreeted });

  // What was kept is no longer shown once something else is saved: every kind of field.
  const unit = circle.getByLabel("In touch every: counted in");
  const [span, was] = [await every.inputValue(), await unit.inputValue()];
  await every.fill("6");
  await unit.selectOption("weeks");
  await client.reload();
  await expect(unit).toHaveValue("weeks");
  await unit.selectOption("days");
  await every.fill("9");
  await circle.getByRole("button", { name: "Save Friends" }).press("Enter");
  await expect(circle.getByText("Saved.")).toBeVisible();
  await expect(unit).toHaveValue("days");
  await expect(every).toHaveValue("9");
  await every.fill(span);
  await unit.selectOption(was);
  await circle.getByRole("button", { name: "Save Friends" }).press("Enter");
  await expect(every).toHaveValue(span);
  await expect(circle.getByText("Not saved yet.")).toBeHidden();

  await walk(client, "Voice");
  await client.getByRole("button", { name: "Add a phrase" }).click();
  await expect(phrase.getByLabel("The phrase")).toHaveValue("Not this spring, {first name}; ask me in May.");
});

test("Whoever takes days away, or signs another browser out, is still at the list", async ({
  client,
  browser,
}) => {
  await client.goto(`/w/${slugOf(client)}/settings/away`);
  const away = client.getByRole("region", { name: "Days away" });
  const inLisbon = away.getByRole("listitem").filter({ hasText: "A week in Lisbon" });
  await client.getByLabel("First day").fill("2031-05-05");
  await client.getByLabel("What for").fill("A week in Lisbon");
  await client.getByRole("button", { name: "Add", exact: true }).press("Enter");
  await inLisbon.getByRole("button").press("Enter");
  await expect(inLisbon).toBeHidden();
  await expect(away).toBeFocused();

  const context = await browser.newContext({
    userAgent: "Mozilla/5.0 (iPad; CPU OS 17_0) Version/17.0 Safari/604.1",
  });
  const other = await context.newPage();
  await other.goto("/demo/client");
  await other.getByRole("button").press("Enter");
  await other.waitForURL(/\/w\//);
  await context.close();
  await client.goto(`/w/${slugOf(client)}/settings/you`);
  const sessions = client.getByRole("region", { name: /^Where you are signed in \d+$/ });
  const onIpad = sessions.getByRole("listitem").filter({ hasText: "Safari" });
  await onIpad.getByRole("button").press("Enter");
  await expect(onIpad).toBeHidden();
  await expect(sessions).toBeFocused();
});
