import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { ImportPage } from "../support/pages/import-page";

const DAY = 86_400_000;

/** "20261125": so many days from today. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10).replaceAll("-", "");
}

function card(...lines: string[]): string {
  return ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
}

function calendar(method: string, ...lines: string[]): string {
  return [
    "BEGIN:VCALENDAR",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    ...lines,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

const book = (family: string) => ({
  name: "contacts.vcf",
  text:
    card(`FN:Ines ${family}`, `N:${family};Ines`, `UID:ines-${family}`, `BDAY:--${dayIn(3).slice(4)}`) +
    card(`FN:אורי ${family}`, `N:${family};אורי`, `TEL:+972 50 555 01 01`) +
    card("NOTE:nobody at all"),
});
const invitation = (family: string) => ({
  name: "invite.ics",
  text: calendar(
    "REQUEST",
    `UID:supper-${family}`,
    `SUMMARY:Supper at ${family}s`,
    `DTSTART:${dayIn(9)}T180000Z`,
    `DTEND:${dayIn(9)}T210000Z`,
    `ORGANIZER;CN=Ines ${family}:mailto:ines@${family.toLowerCase()}.example`,
  ),
});

test("Ana brings an address book and an invitation, looks first, imports them, and takes them back", async ({
  assistant,
}) => {
  const page = await ImportPage.open(assistant);
  await page.choose(book("Abravanel"), invitation("Abravanel"));
  const dry = await page.look();
  await expect(dry.summary).toContainText("2 new people will be written down.");
  await expect(dry.summary).toContainText("1 event will be put on the calendar.");
  await expect(dry.summary).toContainText("1 invitation will become a task.");
  await expect(dry.line("contacts.vcf, line")).toContainText("Skipped");
  await dry.line("Ines Abravanel").getByLabel("Circle of Ines Abravanel").selectOption("Inner circle");
  await dry.line("אורי Abravanel").getByRole("checkbox").uncheck();
  await dry.confirm();
  await expect(dry.line("אורי Abravanel")).toContainText("Left out in the dry run.");

  await dry.line("Ines Abravanel").getByRole("link").click();
  await expect(assistant.getByRole("heading", { name: "Ines Abravanel" })).toBeVisible();
  const birthday = assistant.getByRole("link", { name: /Birthday · Ines Abravanel/ });
  await expect(birthday).toBeVisible();
  await expect(assistant.getByText("Must be you").first()).toBeVisible();
  await assistant.goBack();

  await dry.undo();
  await expect(dry.summary).toContainText("All of this was taken back.");
  await expect(dry.summary).toBeFocused();
  await assistant.goto(`/w/${slugOf(assistant)}/people?q=abravanel`);
  await expect(assistant.getByRole("status").getByText("0 people")).toBeVisible();
});

test("The same files again change nothing, and what somebody touched stays with its reason", async ({
  client,
}) => {
  const page = await ImportPage.open(client);
  await page.choose(book("Bellweather"));
  const first = await page.look();
  await first.confirm();
  await first.line("Ines Bellweather").getByRole("link").click();
  await client.getByRole("link", { name: /Birthday · Ines Bellweather/ }).click();
  await client
    .getByRole("button", { name: /^Complete/ })
    .first()
    .click();
  await expect(client.getByText(/completed|done/i).first()).toBeVisible();

  const again = await ImportPage.open(client);
  await again.choose(book("Bellweather"));
  const second = await again.look();
  await expect(second.summary).toContainText("There is nothing new in it");
  await expect(second.line("Ines Bellweather")).toContainText(
    "Matched because it is the card that Ines Bellweather came from.",
  );
  await client.getByRole("button", { name: "Forget these files" }).click();
  await client
    .getByRole("link", { name: /contacts\.vcf/ })
    .first()
    .click();
  await first.undo();
  await expect(first.line("Ines Bellweather")).toContainText("Still here:");
  await expect(first.line("אורי Bellweather")).toContainText("Taken back");
});

test("Files that are too large, empty or something else are refused at the field, and the others stay chosen", async ({
  client,
  expectConsole,
}) => {
  const page = await ImportPage.open(client);
  await page.choose(book("Cordoba"), { name: "huge.vcf", text: "x".repeat(33 * 1024 * 1024) });
  await expect(client.getByRole("alert").filter({ hasText: "32 MB fit at once" })).toBeVisible();
  await client.getByRole("button", { name: "Take away huge.vcf" }).click();
  await expect(client.getByRole("list", { name: "Chosen files" })).toContainText("contacts.vcf");
  await page.choose({ name: "photo.vcf", text: "GIF89a not a card" });
  const dry = await page.look();
  await expect(dry.line("Ines Cordoba")).toContainText("New");
  expectConsole(/413/);
  const answer = await client.evaluate(
    async (path) => {
      const form = new FormData();
      form.append("files", new Blob(["x".repeat(33 * 1024 * 1024)]), "huge.vcf");
      const response = await fetch(path, { method: "POST", body: form });
      return { status: response.status, body: await response.json() };
    },
    `/api/v1/w/${slugOf(client)}/imports`,
  );
  expect(answer).toMatchObject({
    status: 413,
    body: { code: "too-large", title: "This is larger than 32 MB, the most that fits here." },
  });
});

test("A file that cannot be read is not called old news, and whoever brought events alone is led to the calendar", async ({
  client,
}) => {
  const page = await ImportPage.open(client);
  await page.choose({ name: "notes.csv", text: "no table at all\n" });
  const unread = await page.look();
  await expect(unread.line("notes.csv")).toContainText("This is not a table that can be read.");
  await expect(unread.summary).toContainText("There is nothing in it that can be imported.");
  await expect(unread.summary).not.toContainText("nothing new");
  await client.getByRole("button", { name: "Forget these files" }).click();

  await page.choose(invitation("Dombrowski"));
  const dry = await page.look();
  await dry.confirm();
  await expect(client.getByRole("link", { name: "To the people" })).toHaveCount(0);
  await client.getByRole("link", { name: "To the calendar" }).click();
  await expect(client).toHaveURL(/\/calendar$/);
  await client.goBack();
  await dry.undo();
});

test("What is marked private stays with Mira: Ana's own import skips it, and Mira's is not hers to see", async ({
  client,
  assistant,
  expectConsole,
}) => {
  const secret = {
    name: "private.ics",
    text: calendar(
      "PUBLISH",
      "UID:secret-1",
      "SUMMARY:Fitting",
      "CLASS:PRIVATE",
      `DTSTART:${dayIn(2)}T100000Z`,
    ),
  };
  const hers = await ImportPage.open(assistant);
  await hers.choose(secret);
  const dry = await hers.look();
  await expect(dry.line("Fitting")).toContainText("only Mira can import it");

  const mine = await ImportPage.open(client);
  await mine.choose(secret);
  const own = await mine.look();
  await own.confirm();
  expectConsole(/404/);
  const answer = await assistant.goto(client.url());
  expect(answer?.status()).toBe(404);
  await expect(assistant.getByText("Fitting")).toHaveCount(0);
});
