import { addTask, callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

test("Ana’s long note survives Mira’s change of the date, a reload, and a note of Mira’s own", async ({
  client,
  assistant,
  expectConsole,
}) => {
  expectConsole(/409/);
  const task = await addTask(client, { kind: "account-care", title: "Tidy the old photographs" });
  const said = async (edit: Record<string, unknown>) => {
    const { body } = await callDesk(client, `/tasks/${task.id}`);
    const { status } = await callDesk(client, `/tasks/${task.id}/edit`, { ...edit, version: body.version });
    expect(status).toBe(200);
  };
  await assistant.goto(`/w/${slugOf(assistant)}/tasks/${task.id}/edit`);
  await assistant.getByLabel("Note").fill("They are in four boxes under the stairs.");
  await said({ dueAt: "2029-05-04T22:00:00.000Z", dueAllDay: true });

  await assistant.getByRole("button", { name: "Save" }).click();
  const meanwhile = assistant.getByRole("main").getByRole("alert").filter({ hasText: "meanwhile" });
  await expect(meanwhile).toContainText("Mira changed its date meanwhile.");
  await expect(assistant.getByLabel("Due")).toHaveValue("2029-05-05");
  await expect(assistant.getByLabel("Note")).toHaveValue("They are in four boxes under the stairs.");

  await said({ note: "Ask Beth first." });
  await assistant.reload();
  await expect(assistant.getByLabel("Note")).toHaveValue("They are in four boxes under the stairs.");
  await expect(meanwhile).toContainText("Ask Beth first.");
  await assistant.getByRole("button", { name: "Save" }).click();
  await assistant.waitForURL(/\/queue\?task=/);

  const { body } = await callDesk(client, `/tasks/${task.id}`);
  expect([body.note, body.dueAt]).toEqual([
    "They are in four boxes under the stairs.",
    "2029-05-04T22:00:00.000Z",
  ]);
  await callDesk(client, `/tasks/${task.id}/decline`, { version: body.version });
});

test("Ana types a name faster than the list comes: Enter waits for whoever is meant, and Esc only closes the list", async ({
  assistant,
}) => {
  const asked: string[] = [];
  assistant.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/people")) asked.push(request.url());
  });
  await assistant.goto(`/w/${slugOf(assistant)}/tasks/new`);
  const person = assistant.getByRole("combobox", { name: "Person" });
  await person.fill("Vera Lind");
  await expect(assistant.getByRole("option", { name: "Vera Lindqvist" })).toBeVisible();

  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await assistant.route("**/people?q=*", async (route) => {
    await isLetGo;
    await route.continue();
  });
  await person.fill("Hanne");
  await person.press("Enter");
  await expect(person).toHaveValue("Hanne");
  letGo();
  await expect(person).toHaveValue("Hanne Vogt");

  await person.fill("Sam");
  await person.press("Enter");
  await expect(person).toHaveValue("Sam Okoro");
  await person.fill("Hanne");
  await expect(assistant.getByRole("option", { name: "Hanne Vogt" })).toBeVisible();
  await person.press("Control+Enter");
  await expect(person).toHaveValue("Hanne");
  await person.press("Escape");
  await expect(assistant.getByRole("listbox", { name: "People found" })).toBeHidden();
  await expect(person).toBeFocused();
  await expect(person).toHaveValue("Hanne");
  expect(asked).toEqual([]);
});
