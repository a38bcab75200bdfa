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

/**
 * Signs in by the form of the demo's page, as a browser does whose scripts are not there yet, and puts the window at the desk's
 * address. Nothing is drawn there: each test opens the page that it is about. (sign-in.spec goes through the door by hand.)
 */
async function signIn(page: Page, door: "client" | "assistant"): Promise<void> {
  const { request } = page.context();
  const address = `/demo/${door}`;
  const asked = await request.get(address);
  const { origin } = new URL(asked.url());
  const answer = await request.post(address, {
    multipart: hiddenFields(await asked.text()),
    headers: { Origin: origin },
    maxRedirects: 0,
  });
  const { location } = answer.headers();
  if (!location) throw new Error(`signing in at ${address} was answered with ${answer.status()}`);
  const desk = new URL(location, origin).href;
  await page.route(desk, (route) => route.fulfill({ contentType: "text/html", body: "" }), { times: 1 });
  await page.goto(desk);
}

function hiddenFields(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [
    /name="([^"]*)"/.exec(input)?.[1] ?? "",
    (/value="([^"]*)"/.exec(input)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  ]);
  return Object.fromEntries(inputs);
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
