import { describe, expect, test } from "vitest";
import { HEAD } from "@/app/api/feeds/[token]/route";
import type { Actor } from "@/lib/domain/actor";
import { readFeeds } from "@/lib/queries/read-feeds";
import { readHistory } from "@/lib/queries/read-history";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { makeFeed } from "@/lib/use-cases/calendar/make-feed";
import { reissueFeed } from "@/lib/use-cases/calendar/reissue-feed";
import { revokeFeed } from "@/lib/use-cases/calendar/revoke-feed";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { booking, noWord } from "../../support/book";
import { askFeed, newAddress } from "../../support/calendar/elsewhere";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date();

async function status(secret: string): Promise<number> {
  return (await askFeed(secret)).status;
}
async function sentences(actor: Actor): Promise<string[]> {
  const all = { who: null, refused: false, subject: null, rows: false };
  const { lines } = must(await readHistory(actor, all, null));
  return lines.map(({ sentence }) => sentence).filter((one) => one.includes("My phone"));
}
async function lunch(actor: Actor, summary = "Lunch"): Promise<void> {
  must(await createEvent(actor, { event: booking({ summary }), ...noWord }, at));
}

describe("An address of the calendar", () => {
  test("opens it until it is taken back, and what happened to it is told", async () => {
    const { client } = await cast(at);
    const feed = await newAddress(client);
    expect(await status(feed.secret)).toBe(200);

    const anew = must(await reissueFeed(client, feed));
    expect([await status(feed.secret), await status(anew.secret)]).toEqual([404, 200]);

    must(await revokeFeed(client, { id: feed.id, version: 2 }, at));
    expect(await status(anew.secret)).toBe(404);
    expect(must(await readFeeds(client)).feeds).toEqual([]);
    expect(await sentences(client)).toEqual([
      "Mira took the address of “My phone” back.",
      "Mira gave “My phone” a new address; the old one opens nothing any more.",
      "Mira made an address for “My phone”: the whole calendar, to read elsewhere.",
    ]);
  });

  test("that was changed meanwhile is not changed again by somebody who has not seen it", async () => {
    const { client } = await cast(at);
    const feed = await newAddress(client);
    must(await reissueFeed(client, feed));
    const again = await reissueFeed(client, feed);
    expect(again).toEqual({ ok: false, refusal: { code: "stale", version: 2, changed: ["address"] } });
  });

  test("of an assistant's view dies with their place on the desk, for good", async () => {
    const { client, assistant } = await cast(at);
    const own = await newAddress(assistant, "assistant");
    const given = await newAddress(client, "assistant", assistant.userId);
    expect([await status(own.secret), await status(given.secret)]).toEqual([200, 200]);
    must(await removeAssistant(client, assistant.userId as string, at));
    expect([await status(own.secret), await status(given.secret)]).toEqual([404, 404]);
    expect(must(await readFeeds(client)).feeds).toEqual([]);
  });

  test("that was never made, was cut short or taken back is answered like any other that opens nothing", async () => {
    const { client } = await cast(at);
    const feed = await newAddress(client);
    must(await revokeFeed(client, feed, at));
    const answers = await Promise.all(
      [feed.secret, "x".repeat(43), "x", "", `${feed.secret}x`, "../../etc/passwd"].map(async (secret) => {
        const answer = await askFeed(secret);
        return `${answer.status} ${await answer.text()} ${JSON.stringify([...answer.headers])}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("404 Not found.");
  });

  test("answers nothing twice: the same calendar has the same tag, and a change another", async () => {
    const { client } = await cast(at);
    await lunch(client);
    const { secret } = await newAddress(client);
    const first = await askFeed(secret);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-cache",
    });
    expect(Date.parse(first.headers.get("last-modified") ?? "")).toBeLessThanOrEqual(Date.now());

    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await askFeed(secret, { "if-none-match": known });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    await lunch(client, "Tea");
    expect((await askFeed(secret, { "if-none-match": etag })).status).toBe(200);
  });

  test("tells a program that only asks whether it is there no more than that", async () => {
    const { client } = await cast(at);
    const { secret } = await newAddress(client);
    const request = new Request(`http://localhost:3000/api/feeds/${secret}.ics`, { method: "HEAD" });
    const answer = await HEAD(request, { params: Promise.resolve({ token: `${secret}.ics` }) });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(answer.headers.get("etag")).toBe((await askFeed(secret)).headers.get("etag"));
  });

  test("asked every second has to wait", async () => {
    const { client } = await cast(at);
    const { secret } = await newAddress(client, "birthdays");
    const answers: number[] = [];
    for (let n = 0; n < 61; n++) answers.push(await status(secret));
    expect([answers[59], answers[60]]).toEqual([200, 429]);
  });

  test("is an assistant's to make for their own view alone, and the client's are none of their business", async () => {
    const { client, assistant, agent } = await cast(at);
    const clients = await newAddress(client);
    const no = { ok: false, refusal: { code: "only-client", clientName: "Mira Holt" } };
    expect(await makeFeed(assistant, { name: "All", scope: "all", forUser: null })).toEqual(no);
    expect(await makeFeed(assistant, { name: "Pen", scope: "assistant", forUser: agent.userId })).toEqual(no);
    expect(await revokeFeed(assistant, clients, at)).toEqual({ ok: false, refusal: { code: "not-found" } });
    await newAddress(assistant, "assistant");
    expect(must(await readFeeds(assistant)).feeds.map(({ forName }) => forName)).toEqual(["Ana Duarte"]);
    expect(must(await readFeeds(client)).feeds.map(({ forName }) => forName)).toEqual([
      "Mira Holt",
      "Ana Duarte",
    ]);
    expect(await sentences(assistant)).toHaveLength(1);
  });
});
