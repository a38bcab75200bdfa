import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** The people of the demo workspace who have a window of their own in these tests. */
export type Cast = { client: Page; assistant: Page; visitor: Page };

/**
 * A window of its own (its own cookies, too), in which nothing may go wrong unseen: an error on its console or a page
 * that throws fails the test. `expectConsole` lets one through that the test is about.
 */
async function openWindow(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return page;
}

async function signIn(page: Page, door: "client" | "assistant"): Promise<void> {
  await page.goto(`/demo/${door}`);
  await page.getByRole("button", { name: /sign in|continue/i }).click();
  await page.waitForURL(/\/w\//);
}

type Fixtures = Cast & {
  complaints: string[];
  /** Says that a console message matching this is part of what the test is about. */
  expectConsole: (pattern: RegExp) => void;
};

export const test = base.extend<Fixtures>({
  complaints: async ({ browserName: _ }, use) => {
    await use([]);
  },
  expectConsole: [
    async ({ complaints }, use) => {
      const expected: RegExp[] = [];
      await use((pattern) => expected.push(pattern));
      const unexpected = complaints.filter(
        (complaint) => !expected.some((pattern) => pattern.test(complaint)),
      );
      expect(unexpected, "the browser's console should have nothing to complain about").toEqual([]);
    },
    { auto: true },
  ],
  client: async ({ browser, complaints }, use) => {
    const context = await browser.newContext();
    const page = await openWindow(context, complaints);
    await signIn(page, "client");
    await use(page);
    await context.close();
  },
  assistant: async ({ browser, complaints }, use) => {
    const context = await browser.newContext();
    const page = await openWindow(context, complaints);
    await signIn(page, "assistant");
    await use(page);
    await context.close();
  },
  visitor: async ({ browser, complaints }, use) => {
    const context = await browser.newContext();
    await use(await openWindow(context, complaints));
    await context.close();
  },
});

export { expect };
