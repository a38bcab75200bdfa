import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";

const places = [
  "queue",
  "you",
  "calendar",
  "people",
  "rights",
  "history",
  "settings",
  "settings/desk",
  "settings/you",
];

test("Every page of the desk runs under the strict policy without a complaint", async ({ client }) => {
  for (const place of places) {
    const answer = await client.goto(`/w/${slugOf(client)}/${place}`);
    const headers = answer?.headers() ?? {};
    expect([place, answer?.status()]).toEqual([place, 200]);
    expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
});

test("A stranger's page cannot make Mira's browser change anything", async ({
  client,
  playwright,
  baseURL,
}) => {
  const cookies = (await client.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const stranger = await playwright.request.newContext({ baseURL });
  const doors = [
    `/api/v1/w/${slugOf(client)}/tasks`,
    `/w/${slugOf(client)}/settings`,
    "/sign-out",
    "/sign-in",
    "/api/auth/callback/email?email=a%40example.com&token=b",
    "/no/such/place",
  ];
  const foreign: Record<string, string>[] = [
    {},
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
  ];
  for (const door of doors)
    for (const provenance of foreign) {
      const headers = { ...provenance, cookie: cookies, "content-type": "application/json" };
      const answer = await stranger.post(door, { headers, data: "{}", maxRedirects: 0 });
      expect([door, answer.status()]).toEqual([door, 403]);
    }
  await stranger.dispose();
});

test("Mira's session is out of reach for scripts and for other sites", async ({ client }) => {
  const session = (await client.context().cookies()).find(({ name }) => name.endsWith("firsthand-session"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await client.evaluate(() => document.cookie)).not.toContain("session");
});

test("A place that never was, a stranger's desk and a handler that never was look alike: there is nothing here", async ({
  client,
  visitor,
  expectConsole,
}) => {
  expectConsole(/404/);
  for (const place of ["/no/such/place", "/w/no-such-desk/queue", "/w/..%2f..%2fetc/queue"]) {
    const answer = await client.goto(place);
    expect([place, answer?.status()]).toEqual([place, 404]);
    await expect(client.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
  expect((await visitor.goto("/w/no-such-desk/queue"))?.url()).toContain("/sign-in");
});

test("Behind an address of her desk that leads nowhere Mira still has her desk around her", async ({
  client,
  visitor,
  expectConsole,
}) => {
  expectConsole(/404/);
  const place = `/w/${slugOf(client)}/no/such/place`;

  const answer = await client.goto(place);
  expect(answer?.status()).toBe(404);
  await expect(client.getByText("There is nothing here by that name.")).toBeVisible();
  await client.getByRole("link", { name: "For you" }).first().click();
  await expect(client.getByRole("heading", { level: 1, name: "For you" })).toBeVisible();
  expect((await visitor.goto(place))?.url()).toContain("/sign-in");
});

test("A desk's bare address leads its people to where they begin, a stranger nowhere", async ({
  client,
  assistant,
  visitor,
  expectConsole,
}) => {
  expectConsole(/404/);
  const place = `/w/${slugOf(client)}`;

  await client.goto(place);
  await expect(client).toHaveURL(`${place}/you`);
  await assistant.goto(place);
  await expect(assistant).toHaveURL(`${place}/queue`);
  expect((await visitor.goto(place))?.url()).toContain("/sign-in");
  expect((await client.goto("/w/no-such-desk"))?.status()).toBe(404);
});
