import type { Page } from "@playwright/test";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

/** What a program is answered that has a token and no session. */
async function ask(from: Page, slug: string, token: string, path: string, body?: object) {
  const url = `/api/v1/w/${slug}${path}`;
  const headers = { authorization: `Bearer ${token}`, cookie: "" };
  const answer = body
    ? await from.request.post(url, { headers, data: body })
    : await from.request.get(url, { headers });
  return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> };
}

/** The secret of the token that was just made: focused, selected, and there this once. */
async function givenFor(page: Page, name: string): Promise<string> {
  const given = page.getByRole("region", { name: `Token for ${name}`, exact: true }).getByRole("textbox");
  await expect(given).toBeFocused();
  await expect(given).toHaveValue(/^fh\.[\w-]{43}$/);
  return given.inputValue();
}

test("Ana makes a token with the keyboard alone, sees it once, and ends it", async ({
  assistant,
  visitor,
}) => {
  const slug = slugOf(assistant);
  const name = `Reminders ${Date.now()}`;
  await assistant.goto(`/w/${slug}/settings/tokens`);
  const keys = assistant.keyboard;

  await assistant.getByLabel("What it is called").focus();
  await keys.type(name);
  // For whom, look only, prepare.
  for (const key of ["Tab", "Tab", "Tab", "Space"]) await keys.press(key);
  await expect(assistant.getByRole("button", { name: "Prepare" })).toHaveAttribute("aria-pressed", "true");
  await assistant.getByLabel("What it is called").focus();
  await keys.press("Enter");
  const token = await givenFor(assistant, name);
  await keys.press("Tab");
  await expect(assistant.getByRole("button", { name: "Copy", exact: true })).toBeFocused();

  expect((await ask(visitor, slug, token, "/tasks?state=assistant")).status).toBe(200);
  expect((await ask(visitor, slug, token, "/events/undo", { id: crypto.randomUUID() })).body.code).toBe(
    "out-of-scope",
  );
  expect((await ask(visitor, slug, token, "/tokens")).body.code).toBe("in-person");

  await assistant.getByRole("button", { name: "I have it" }).press("Enter");
  await assistant.reload();
  await expect(assistant.getByText(token)).toHaveCount(0);
  const mine = assistant.getByRole("region", { name, exact: true });
  await expect(mine).toContainText(`…${token.slice(-4)}`);
  await expect(mine).toContainText("last used just now");

  await assistant.getByRole("button", { name: `End ${name}` }).press("Enter");
  await assistant.getByRole("dialog").getByRole("button", { name: "End", exact: true }).press("Enter");
  await expect(assistant.getByRole("button", { name: `End ${name}` })).toHaveCount(0);
  await expect(mine).toContainText("Ended on");
  expect((await ask(visitor, slug, token, "/tasks?state=assistant")).status).toBe(401);
});

test("Mira adds an agent, Ana lets it work, Mira stops it and lets it go on, and everybody sees what it is", async ({
  client,
  assistant,
  visitor,
}) => {
  const slug = slugOf(client);
  const name = `Nib ${Date.now()}`;
  const title = `Prepared by ${name}`;
  await client.goto(`/w/${slug}/settings/agents`);
  await client.getByLabel("What it is called").fill(name);
  await client.getByLabel("Who answers for it").selectOption({ label: "Ana Duarte" });
  await client.getByRole("button", { name: "Add the agent" }).click();
  const line = client.getByRole("listitem").filter({ hasText: name });
  await expect(line).toContainText("Prepares only · Ana answers for it");
  await expect(line).toContainText("0 of 200 changes today");

  await assistant.goto(`/w/${slug}/settings/tokens`);
  await assistant.getByLabel("What it is called").fill(name);
  await assistant.getByLabel("For whom").selectOption({ label: `${name}, an agent` });
  await assistant.getByRole("button", { name: "All that I may" }).click();
  await assistant.getByRole("button", { name: "Make the token" }).click();
  const token = await givenFor(assistant, name);

  const task = { kind: "other", title, tag: "delegable", state: "assistant" };
  const tight = { ...task, tag: "must-be-you" };
  const made = await ask(visitor, slug, token, "/tasks", tight);
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const { id } = made.body.task as { id: string };

  await client.getByRole("button", { name: `Pause ${name}` }).click();
  await expect(line).toContainText("Paused by Mira");
  expect((await ask(visitor, slug, token, `/tasks/${id}`)).body.code).toBe("paused");
  await assistant.goto(`/w/${slug}/settings/agents`);
  await expect(assistant.getByRole("listitem").filter({ hasText: name })).toContainText("Paused by Mira");
  await expect(assistant.getByRole("button", { name: `Wake ${name}` })).toHaveCount(0);

  await client.getByRole("button", { name: `Wake ${name}` }).click();
  await expect(line).not.toContainText("Paused");
  expect((await ask(visitor, slug, token, `/tasks/${id}`)).status).toBe(200);

  await client.goto(`/w/${slug}/tasks/${id}`);
  await client.getByText("What happened so far").click();
  await expect(client.getByRole("listitem").filter({ hasText: /Nib\s*agent\s*added/ })).toBeVisible();
  await client.goto(`/w/${slug}/history`);
  await expect(client.getByText(new RegExp(`Nib\\s*agent\\s*added “${title}”`))).toBeVisible();
  await client.goto(`/w/${slug}/settings`);
  await expect(client.getByRole("listitem").filter({ hasText: name })).toContainText("agent");

  await client.goto(`/w/${slug}/settings/agents`);
  await client.getByRole("button", { name: `Remove ${name}` }).click();
  await client.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(line).toHaveCount(0);
  expect((await ask(visitor, slug, token, `/tasks/${id}`)).status).toBe(401);
});

test("Ana reads who adds an agent, and asks Mira for one", async ({ assistant, client }) => {
  const slug = slugOf(assistant);
  await assistant.goto(`/w/${slug}/settings/agents`);
  await expect(assistant.getByText("Only Mira adds an agent")).toBeVisible();
  await expect(assistant.getByRole("button", { name: "Add the agent" })).toHaveCount(0);

  const answered = assistant.waitForResponse((one) => one.url().endsWith("/tasks"));
  await assistant.getByRole("button", { name: "Ask Mira" }).click();
  const { task } = (await (await answered).json()) as {
    task: { id: string; version: number; state: string };
  };

  await expect(assistant.getByText("Mira finds it among what waits for them.")).toBeVisible();
  expect(task.state).toBe("client");
  await client.goto(`/w/${slug}/tasks/${task.id}`);
  await expect(client.getByRole("heading", { name: "Add an agent to this desk?" })).toBeVisible();
  const taken = await callDesk(assistant, `/tasks/${task.id}/withdraw`, { version: task.version });
  expect(taken.status).toBe(200);
});
