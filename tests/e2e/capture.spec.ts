import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { callDesk, slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { CapturePage } from "../support/pages/capture-page";

/** A page of somebody else's, at an address of its own. */
const theirPage = `<!doctype html><html lang="en"><title>(2) An evening by the lake</title><link rel="icon" href="data:,">
  <p>Before.</p><p id="words">Will Mira come on Friday? Joon asks, too.</p></html>`;

let elsewhere: Server;
let address = "";
test.beforeAll(async () => {
  elsewhere = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end(theirPage));
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/evening`;
});
test.afterAll(async () => {
  await new Promise((resolve) => elsewhere.close(resolve));
});

test("Ana drags the bookmark away, presses it on a page with some words chosen, puts the task right and keeps it by keys", async ({
  assistant,
}) => {
  await assistant.goto(`/w/${slugOf(assistant)}/settings/capture`);
  const bookmark = assistant.getByRole("link", { name: "Keep in Firsthand" });
  await expect(bookmark).toHaveAttribute("href", /^javascript:/);
  const code = decodeURIComponent(((await bookmark.getAttribute("href")) ?? "").slice("javascript:".length));
  await bookmark.click();
  await expect(assistant.getByText("Not here: drag it up to your bookmarks bar.")).toBeVisible();

  const page = await assistant.context().newPage();
  await page.goto(`${address}?utm_source=letter`);
  const opening = assistant.context().waitForEvent("page");
  await page.evaluate((run) => {
    getSelection()?.selectAllChildren(document.getElementById("words") as HTMLElement);
    // biome-ignore lint/security/noGlobalEval: what a browser does with a bookmark.
    globalThis.eval(run);
  }, code);
  const capture = new CapturePage(await opening);

  await expect(capture.title).toHaveValue("An evening by the lake");
  await expect(capture.words).toHaveValue("Will Mira come on Friday? Joon asks, too.");
  await expect(capture.said("Nobody has said yet that this may be delegated.")).toBeVisible();
  await capture.title.fill("Say whether Mira comes to the lake");
  await capture.when.fill("whenever");
  await expect(capture.said("“whenever” is no day or time")).toBeVisible();
  await capture.when.fill("tomorrow 15:00");
  await expect(capture.said(/^Due /)).toBeVisible();
  await capture.page.keyboard.press("Control+Enter");
  await expect(capture.kept).toBeVisible();

  await capture.openIt.click();
  await expect(capture.page.getByRole("article")).toContainText("Will Mira come on Friday?");
  const link = capture.page.getByRole("link", { name: "Open it where it came from" });
  await expect(link).toHaveAttribute("href", `${address}?utm_source=letter`);
});

test("Looking makes nothing; the same page is offered as it stands; what is kept can be taken back", async ({
  assistant,
}) => {
  const count = async () => {
    const { body } = await callDesk(assistant, "/search?q=harbour-lamp");
    return (body.tasks as { title: string }[]).filter(({ title }) => title === "The harbour-lamp").length;
  };
  const shared = { title: "The harbour-lamp", url: `${address}/lamp` };
  const first = await CapturePage.share(assistant, shared);
  await expect(first.said("Nobody has said yet that this may be delegated.")).toBeVisible();
  expect(await count()).toBe(0);
  await first.button("Keep it").click();
  await expect(first.kept).toBeVisible();
  expect(await count()).toBe(1);

  const second = await CapturePage.share(assistant, shared);
  await expect(second.said("This page is in the queue already:")).toBeVisible();
  await second.button("Keep another").click();
  await expect(second.kept).toBeVisible();
  expect(await count()).toBe(2);

  await second.button("Undo").click();
  await expect(second.said("Taken back. Nothing is kept.")).toBeVisible();
  expect(await count()).toBe(1);
});

test("Somebody who shares before signing in comes back with all of it, however long it is", async ({
  visitor,
}) => {
  const words = "Ein langer Brief mit “Zeichen” & Zeilen. ".repeat(150).trim();
  await visitor.goto(`/capture#${new URLSearchParams({ title: "A letter", text: words })}`);
  await expect(visitor.getByRole("heading", { name: "Sign in to keep this" })).toBeVisible();
  await visitor.getByRole("link", { name: "Sign in" }).click();
  await expect(visitor).toHaveURL(/\/sign-in\?next=%2Fcapture$/);
  await visitor.goto("/demo/assistant");
  await visitor.getByRole("button", { name: /sign in|continue/i }).click();
  await visitor.waitForURL(/\/w\//);
  const capture = await CapturePage.share(visitor, {});

  await expect(capture.title).toHaveValue("A letter");
  await expect(capture.words).toHaveValue(words);
});

test("What fits into an address comes back with whoever signs in, also elsewhere", async ({ visitor }) => {
  await visitor.goto(`/capture?${new URLSearchParams({ title: "A & B", url: `${address}?a=1&b=2#c` })}`);

  const link = visitor.getByRole("link", { name: "Sign in" });
  await expect(link).toHaveAttribute("href", /title/);
  const way = await link.getAttribute("href");
  const next = new URL(way ?? "", "http://here.invalid").searchParams.get("next") ?? "";
  expect(Object.fromEntries(new URL(next, "http://here.invalid").searchParams)).toEqual({
    title: "A & B",
    url: `${address}?a=1&b=2#c`,
  });
});
