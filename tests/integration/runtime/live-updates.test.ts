import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { databaseUrl } from "@/lib/env";
import { startLive } from "@/lib/live/start-live";
import { makeSession } from "@/prisma/seed/make/make-session";
import { makeTask } from "@/prisma/seed/make/make-task";
import { type Cast, cast } from "../../support/cast";
import { ownDatabase } from "../../support/own-database";

let people: Cast;
let server: Server;
let live: ReturnType<typeof startLive>;

beforeAll(async () => {
  people = await cast();
  live = startLive(databaseUrl("app"));
  server = createServer((request, response) => void live.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(async () => {
  await live.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

type Window = { status: number; next: () => Promise<string>; ended: Promise<void>; close: () => void };

/** One open window: `next` waits for the next event that is not a heartbeat and gives its text. */
function openWindow(slug: string, { token = "", after = 0, headers = {} } = {}): Promise<Window> {
  const { port } = server.address() as AddressInfo;
  const cookie = token ? { cookie: `${sessionCookieName}=${token}` } : {};
  const options = {
    port,
    host: "127.0.0.1",
    path: `/api/live/${slug}?after=${after}`,
    headers: { ...cookie, ...headers },
  };
  return new Promise((resolve, reject) => {
    const request = get(options, (response) => {
      const window = readEvents(response, () => request.destroy());
      onTestFinished(window.close);
      resolve(window);
    });
    request.on("error", reject);
  });
}

function readEvents(response: IncomingMessage, close: () => void): Window {
  const events: string[] = [];
  const waiting: ((event: string) => void)[] = [];
  let buffer = "";
  response.setEncoding("utf8").on("data", (chunk: string) => {
    buffer += chunk;
    const parts = buffer.split("\n\n");
    buffer = parts.pop() ?? "";
    for (const part of parts.filter((one) => one.startsWith("event:"))) {
      const taker = waiting.shift();
      if (taker) taker(part);
      else events.push(part);
    }
  });
  const ended = new Promise<void>((resolve) => {
    response.once("close", () => resolve());
    response.on("error", () => undefined);
  });
  const next = () => {
    const event = events.shift();
    return event ? Promise.resolve(event) : new Promise<string>((resolve) => waiting.push(resolve));
  };
  return { status: response.statusCode ?? 0, next, ended, close };
}

const seqOf = (event: string) => Number(/"seq":(\d+)/.exec(event)?.[1]);

describe("Two people work on one desk", () => {
  test("Mira hears of what Ana does, once it is saved", async () => {
    const first = await openWindow(people.desk.slug, { token: people.client.proof });
    const before = seqOf(await first.next());
    const window = await openWindow(people.desk.slug, { token: people.client.proof, after: before });

    await makeTask(people.assistant, { title: "Card for Noor" });

    const event = await window.next();
    expect(event).toMatch(/^event: change\nid: (\d+)\ndata: \{"seq":\1\}$/);
    expect(seqOf(event)).toBeGreaterThan(before);
  });

  test("Mira, back from a tunnel, is told at once that she missed something", async () => {
    const window = await openWindow(people.desk.slug, { token: people.client.proof, after: 0 });

    expect(seqOf(await window.next())).toBeGreaterThan(0);
  });

  test("Mira's browser, which remembers the last event, is not told again what she has seen", async () => {
    const seen = seqOf(await (await openWindow(people.desk.slug, { token: people.client.proof })).next());
    const window = await openWindow(people.desk.slug, {
      token: people.client.proof,
      headers: { "last-event-id": String(seen) },
    });

    await makeTask(people.assistant, { title: "Another card" });

    expect(seqOf(await window.next())).toBeGreaterThan(seen);
  });
});

describe("A stranger listens at the door", () => {
  test.each([
    ["nobody at all", () => ""],
    ["somebody with a made-up session", () => "a-made-up-session-of-the-right-length-0000"],
    ["Jonas, the client of another desk", () => people.stranger.proof],
  ])("%s gets the same answer as for a desk that does not exist", async (_who, token) => {
    const theirs = await openWindow(people.desk.slug, { token: token() });
    const absent = await openWindow("no-such-desk", { token: token() });

    expect([theirs.status, absent.status]).toEqual([404, 404]);
  });

  test("a page of another site that Mira visits cannot listen with her session", async () => {
    const window = await openWindow(people.desk.slug, {
      token: people.client.proof,
      headers: { "sec-fetch-site": "cross-site" },
    });

    expect(window.status).toBe(404);
  });
});

describe("Somebody is to hear no more", () => {
  test("Ana's windows close when her session is ended, as soon as that is announced", async () => {
    const token = await makeSession(people.assistant.userId as string, new Date());
    const window = await openWindow(people.desk.slug, { token });
    await window.next();

    await asOwner("DELETE FROM sessions WHERE token_hash = sha256(convert_to($1, 'UTF8'))", [token]);
    await asOwner("SELECT pg_notify('firsthand_live', $1)", [
      JSON.stringify({ w: people.desk.id, s: 0, k: "access" }),
    ]);

    expect(await window.next()).toMatch(/^event: gone\n/);
    await window.ended;
  });

  test("Mira's windows stay open meanwhile", async () => {
    const window = await openWindow(people.desk.slug, { token: people.client.proof });
    const seen = seqOf(await window.next());
    await asOwner("SELECT pg_notify('firsthand_live', $1)", [
      JSON.stringify({ w: people.desk.id, s: 0, k: "access" }),
    ]);

    await makeTask(people.assistant, { title: "A third card" });

    expect(seqOf(await window.next())).toBeGreaterThan(seen);
  });

  test("told to stop while it still looks for PostgreSQL, it stops", async () => {
    const hasty = startLive(databaseUrl("app"));

    await hasty.stop();
    expect(hasty.count()).toBe(0);
  });

  test("whoever asks otherwise than by looking hears how", async () => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/api/live/anything`, { method: "POST" });

    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET"]);
  });

  test("one session cannot fill the house: the twenty-first window is refused", async () => {
    const token = await makeSession(people.client.userId as string, new Date());
    const windows = await Promise.all(
      Array.from({ length: 20 }, () => openWindow(people.desk.slug, { token })),
    );

    const oneMore = await openWindow(people.desk.slug, { token });

    expect(windows.map((window) => window.status)).toEqual(Array(20).fill(200));
    expect(oneMore.status).toBe(429);
  });
});

test("When PostgreSQL drops the house's ear, everybody's browser is made to come back and look", async () => {
  const window = await openWindow(people.desk.slug, { token: people.client.proof });
  await window.next();

  await asOwner(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
    [],
    ownDatabase().superuserUrl,
  );

  await window.ended;
  const back = await openWindow(people.desk.slug, { token: people.client.proof });
  expect(seqOf(await back.next())).toBeGreaterThan(0);
});

async function asOwner(sql: string, values: unknown[], url = ownDatabase().ownerUrl): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}
