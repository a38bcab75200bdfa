import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { LetInPage } from "../support/pages/program-page";
import { ScriptedProgram } from "../support/programs/scripted-program";

/** Where a program waits for its answer: a tiny server of its own, as one on somebody's machine has. */
type Waiting = { address: string; answered: Promise<URL>; close: () => void };

async function waitForAnswer(): Promise<Waiting> {
  let tell: (url: URL) => void;
  const answered = new Promise<URL>((resolve) => {
    tell = resolve;
  });
  const server = createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end("<!doctype html><title>Back</title><link rel=icon href=data:,><h1>You may close this</h1>");
    if (request.url?.startsWith("/back")) tell(new URL(request.url, "http://127.0.0.1"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/back`, answered, close: () => server.close() };
}

/** Mira adds an agent for Ana to answer for. */
async function addAgent(client: Page): Promise<string> {
  const name = `Nib ${Date.now()}`;
  const { body } = await callDesk(client, "/agents");
  const owners = body.owners as { id: string; name: string }[];
  const ana = owners.find((one) => one.name.startsWith("Ana"));
  const added = await callDesk(client, "/agents", { name, ownerId: ana?.id });
  expect(added.status, JSON.stringify(added.body)).toBe(200);
  return name;
}

async function newProgram(page: Page, waiting: Waiting): Promise<ScriptedProgram> {
  const program = new ScriptedProgram({ url: new URL(page.url()).origin, fetch }, `Studio ${Date.now()}`);
  program.redirectUrl = waiting.address;
  expect(await program.begin()).toBe("REDIRECT");
  return program;
}

test("Ana signs a program in as her agent, sees it in Settings, and sends it away", async ({
  client,
  assistant,
}) => {
  const agent = await addAgent(client);
  const waiting = await waitForAnswer();
  const program = await newProgram(assistant, waiting);
  const desk = slugOf(assistant);

  const page = await new LetInPage(assistant).open(program.asks);
  await expect(page.asked(program.name)).toBeVisible();
  await expect(assistant.getByText("This name is what the program calls itself")).toBeVisible();
  await page.agent(agent).check();
  await page.scope("Write drafts in pencil").uncheck();
  await page.allow();
  await expect(assistant.getByRole("heading", { name: "You may close this" })).toBeVisible();

  await program.finish(await waiting.answered);
  expect(program.stored?.scope?.split(" ")).not.toContain("drafts:write");
  const tools = await program.connect();
  expect((await tools.listTools()).tools.length).toBeGreaterThan(5);
  await tools.close();

  await assistant.goto(`/w/${desk}/settings/agents`);
  const signedIn = assistant.getByRole("region", { name: "Programs that are signed in" });
  const line = signedIn.getByRole("listitem").filter({ hasText: program.name });
  await expect(line).toContainText(`as ${agent}`);
  await expect(line).toContainText("Let in by Ana");
  await line.getByRole("button", { name: `End ${program.name}` }).click();
  await assistant.getByRole("dialog").getByRole("button", { name: "End" }).click();
  await expect(line).toHaveCount(0);
  expect(await program.knock()).toBe(401);
  waiting.close();
});

test("Somebody signed out is led to sign in, and back to the program that asks", async ({
  assistant,
  visitor,
}) => {
  const waiting = await waitForAnswer();
  const program = await newProgram(assistant, waiting);

  await visitor.goto(program.asks.href);

  await expect(visitor.getByRole("heading", { name: "Sign in" })).toBeVisible();
  const next = new URL(visitor.url()).searchParams.get("next") ?? "";
  expect(new URL(next, program.house.url).searchParams.get("code_challenge")).toBe(
    program.asks.searchParams.get("code_challenge"),
  );
  waiting.close();
});

test("Not now tells the program so, and a program that nobody knows is told nothing", async ({
  client,
  assistant,
}) => {
  await addAgent(client);
  const waiting = await waitForAnswer();
  const program = await newProgram(assistant, waiting);

  const page = await new LetInPage(assistant).open(program.asks);
  await page.notNow();
  const told = (await waiting.answered).searchParams;
  expect([told.get("error"), told.get("state"), told.get("code")]).toEqual([
    "access_denied",
    "a state of its own",
    null,
  ]);

  const unknown = new URL(program.asks);
  unknown.searchParams.set("client_id", "nobody");
  await assistant.goto(unknown.href);
  await expect(
    assistant.getByRole("heading", { name: "Firsthand does not know this program" }),
  ).toBeVisible();
  const elsewhere = new URL(program.asks);
  elsewhere.searchParams.set("redirect_uri", "https://elsewhere.invalid/back");
  await assistant.goto(elsewhere.href);
  await expect(assistant.getByRole("heading", { name: "This is not where the program lives" })).toBeVisible();
  waiting.close();
});

test("Without scripts, too, Allow leads back to the program", async ({ client, assistant, browser }) => {
  const agent = await addAgent(client);
  const waiting = await waitForAnswer();
  const program = await newProgram(assistant, waiting);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await assistant.context().storageState(),
  });
  const plain = await context.newPage();

  const page = await new LetInPage(plain).open(program.asks);
  await page.agent(agent).check();
  await page.allow();

  await expect(plain.getByRole("heading", { name: "You may close this" })).toBeVisible();
  await program.finish(await waiting.answered);
  expect(await program.knock()).toBe(200);
  await context.close();
  waiting.close();
});
