import { addTask, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

test("Mira and Ana see the same calendar, and what is private is Mira's alone", async ({
  client,
  assistant,
}) => {
  const due = { dueAt: "2031-03-12T09:00:00Z", dueAllDay: false };
  await addTask(client, { kind: "account-care", title: "Check the passwords", ...due });
  await addTask(client, { kind: "other", title: "The doctor’s letter", isPrivate: true, ...due });
  for (const page of [client, assistant]) {
    await page.goto(`/w/${slugOf(page)}/calendar?view=month&date=2031-03-01`);
    await expect(page.getByRole("heading", { name: "March 2031" })).toBeVisible();
    await expect(page.getByText("Account care: Check the passwords, 10:00, delegable")).toBeAttached();
  }
  await expect(client.getByText("Other: The doctor’s letter, 10:00, must be you, private")).toBeAttached();
  await expect(assistant.getByText("The doctor’s letter")).toHaveCount(0);
});

test("Ana walks the months by keyboard, and the address brings her back", async ({ assistant: page }) => {
  await page.goto(`/w/${slugOf(page)}/calendar?view=month&date=2031-01-15`);
  const title = (name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await title("January 2031");
  await page.keyboard.press("n");
  await title("February 2031");
  await page.keyboard.press("ArrowRight");
  await title("March 2031");
  await page.keyboard.press("p");
  await title("February 2031");
  await page.keyboard.press("a");
  await title("1 Feb – 28 Feb 2031");
  await expect(page).toHaveURL(/view=agenda&date=2031-02-01/);
  await page.goBack();
  await title("February 2031");
  await page.reload();
  await title("February 2031");
  await page.keyboard.press("t");
  await expect(page).not.toHaveURL(/2031/);
});

test("The agenda says everything in words, and opens what it is about", async ({ client: page }) => {
  const { id } = await addTask(page, {
    kind: "meeting-check",
    title: "Board in Toronto",
    dueAt: "2031-05-06T08:30:00Z",
  });
  await page.goto(`/w/${slugOf(page)}/calendar?view=agenda&date=2031-05-01`);
  await expect(page.getByText("Times as in Europe/Berlin")).toBeVisible();
  await page.getByRole("button", { name: /Meeting check: Board in Toronto/ }).click();
  const details = page.getByRole("dialog", { name: "Board in Toronto" });
  await expect(details).toContainText("Tuesday 6 May 2031");
  await expect(details).toContainText("10:30");
  await expect(details.getByRole("link", { name: "Open the task" })).toHaveAttribute("href", new RegExp(id));
  await page.keyboard.press("Escape");
  await expect(details).toHaveCount(0);
});

test("What Ana adds appears on Mira's calendar while Mira looks", async ({ client, assistant }) => {
  await client.goto(`/w/${slugOf(client)}/calendar?view=month&date=2032-06-01`);
  await expect(client.getByRole("heading", { name: "June 2032" })).toBeVisible();
  await addTask(assistant, {
    kind: "account-care",
    title: "Renew the domain",
    dueAt: "2032-06-10T09:00:00Z",
  });
  await expect(client.getByText(/Account care: Renew the domain/)).toBeAttached();
});

test("Other pages do not carry the month's script", async ({ client: page }) => {
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (/\.js($|\?)/.test(response.url())) scripts.push(await response.text().catch(() => ""));
  });
  await page.goto(`/w/${slugOf(page)}/calendar?view=agenda`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("load");
  expect(scripts.some((text) => text.includes("dayGridMonth"))).toBe(false);
  await page.keyboard.press("m");
  await expect(page.getByRole("region", { name: "Month" }).getByText("Mon", { exact: true })).toBeVisible();
  await expect.poll(() => scripts.some((text) => text.includes("dayGridMonth"))).toBe(true);
});
