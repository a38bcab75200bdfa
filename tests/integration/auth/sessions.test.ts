import { afterAll, describe, expect, test } from "vitest";
import { findActor } from "@/lib/auth/actor";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { rollSession } from "@/lib/data/auth-store";
import { findWho } from "@/lib/data/who-is";
import { readSessions } from "@/lib/queries/read-sessions";
import { endOtherSessions, endSession } from "@/lib/use-cases/session/end-sessions";
import { renameMe } from "@/lib/use-cases/session/rename-me";
import { sweepEnded } from "@/lib/use-cases/session/sweep-ended";
import { cast, secondWindow } from "../../support/cast";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

afterAll(closeAuthDatabase);

const age = (userId: string | null, interval: string) =>
  asSuperuser(
    "UPDATE sessions SET last_seen_at = last_seen_at - $2::interval, expires_at = expires_at - $2::interval WHERE user_id = $1",
    [userId, interval],
  );

describe("A session says who is asking", () => {
  test("Ana is the assistant at Mira's desk, and nobody anywhere else", async () => {
    const { assistant, desk, otherDesk } = await cast();
    const here = must(await findActor(assistant.proof, desk.slug, "screen"));
    expect(here).toMatchObject({
      userId: assistant.userId,
      role: "assistant",
      clientName: "Mira Holt",
      door: "screen",
    });
    const foreign = await findActor(assistant.proof, otherDesk.slug, "screen");
    const absent = await findActor(assistant.proof, "no-such-desk", "screen");
    const nonsense = await findActor(assistant.proof, "../../etc", "screen");
    expect([foreign, absent, nonsense]).toEqual(Array(3).fill({ ok: false, refusal: { code: "not-found" } }));
  });

  test("no session, a made-up one and one that is over are all signed out", async () => {
    const { client, desk } = await cast();
    const made = await findActor("a".repeat(43), desk.slug, "screen");
    const none = await findActor(null, desk.slug, "screen");
    await age(client.userId, "31 days");
    const over = await findActor(client.proof, desk.slug, "screen");
    expect([made, none, over]).toEqual(Array(3).fill({ ok: false, refusal: { code: "signed-out" } }));
  });

  test("a session in use rolls on, and is not written again within minutes", async () => {
    const { client, desk } = await cast();
    expect((await findWho(client.proof, desk.slug))?.isDue).toBe(false);
    await age(client.userId, "29 days");
    expect((await findWho(client.proof, desk.slug))?.isDue).toBe(true);
    await rollSession(client.proof);
    expect((await findWho(client.proof, desk.slug))?.isDue).toBe(false);
    const days = await asSuperuser<{ d: number }>(
      "SELECT round(extract(epoch FROM expires_at - now()) / 86400)::int AS d FROM sessions WHERE user_id = $1",
      [client.userId],
    );
    expect(days).toEqual([{ d: 30 }]);
  });

  test("a session that is over does not roll on", async () => {
    const { client, desk } = await cast();
    await age(client.userId, "31 days");
    await rollSession(client.proof);
    expect(await findWho(client.proof, desk.slug)).toBeNull();
    await sweepEnded(new Date());
    expect(await asSuperuser("SELECT 1 FROM sessions WHERE user_id = $1", [client.userId])).toEqual([]);
  });
});

describe("Mira sees where she is signed in, and ends what she likes", () => {
  test("this browser is listed first, and another one is ended", async () => {
    const { client, desk } = await cast();
    const second = await secondWindow(client);
    const { sessions, name } = must(await readSessions(client, new Date()));
    expect([name, sessions.map((one) => one.isThis)]).toEqual(["Mira Holt", [true, false]]);
    must(await endSession(client, sessions[1]?.id as string));
    expect(await findActor(second.proof, desk.slug, "screen")).toMatchObject({
      refusal: { code: "signed-out" },
    });
    expect(await endSession(client, sessions[1]?.id as string)).toMatchObject({
      refusal: { code: "not-found" },
    });
  });

  test("signing out everywhere else leaves this browser", async () => {
    const { client, desk } = await cast();
    const others = [await secondWindow(client), await secondWindow(client)];
    expect(must(await endOtherSessions(client))).toBe(2);
    for (const other of others) expect((await findActor(other.proof, desk.slug, "screen")).ok).toBe(false);
    expect((await findActor(client.proof, desk.slug, "screen")).ok).toBe(true);
  });

  test("a stranger's session cannot be ended, nor told from one that never was", async () => {
    const { client, stranger } = await cast();
    const [theirs] = must(await readSessions(stranger, new Date())).sessions;
    const foreign = await endSession(client, theirs?.id as string);
    expect(foreign).toEqual(await endSession(client, crypto.randomUUID()));
    expect(must(await readSessions(stranger, new Date())).sessions).toHaveLength(1);
  });

  test("she is called by the name she chose, at once", async () => {
    const { client, assistant, desk } = await cast();
    must(await renameMe(client, "Mira Holt-Lang"));
    expect(must(await findActor(assistant.proof, desk.slug, "screen")).clientName).toBe("Mira Holt-Lang");
  });
});
