import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { describeError, log } from "@/lib/runtime/log";

const LIVE_CHANNEL = "firsthand_live";

/** One announcement: in which workspace, which change it was, and whether it was somebody's access that changed. */
export type Announcement = { workspaceId: string; seq: number; kind: "change" | "access" };

type Listening = {
  url: string;
  signal: AbortSignal;
  hear: (announcement: Announcement) => void;
  /** Called each time the connection stands, with whether it stood before: then something may have been missed. */
  connected: (again: boolean) => void;
};

/** Keeps one connection on LISTEN until `signal` aborts, and comes back by itself when PostgreSQL does. */
export async function listenForChanges({ url, signal, hear, connected }: Listening): Promise<void> {
  let again = false;
  for (let pause = 100; !signal.aborted; pause = Math.min(pause * 2, 5_000)) {
    const client = new Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    try {
      const ended = new Promise<void>((resolve) => {
        client.once("error", () => resolve());
        client.once("end", () => resolve());
      });
      client.on("notification", ({ payload }) => {
        const announcement = readAnnouncement(payload ?? "");
        if (announcement) hear(announcement);
      });
      await client.connect();
      await client.query(`LISTEN ${LIVE_CHANNEL}`);
      connected(again);
      again = true;
      pause = 100;
      await holdUntilLost(client, ended, signal);
    } catch (error) {
      log.warn("live updates: PostgreSQL cannot be reached", describeError(error));
    } finally {
      await client.end().catch(() => undefined);
    }
    if (!signal.aborted) await wait(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** A connection that died without saying so is found by asking it something every fifteen seconds. */
async function holdUntilLost(client: Client, ended: Promise<void>, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<void>((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true }),
  );
  // Told to stop while it was connecting: nobody says it again.
  if (signal.aborted) return;
  let lost = false;
  const gone = Promise.race([ended, stopped]).then(() => {
    lost = true;
  });
  while (!lost) {
    await Promise.race([gone, wait(15_000, undefined, { ref: false })]);
    if (!lost) await client.query("SELECT 1");
  }
}

/** Reads `{"w": workspace, "s": seq, "k": "change" | "access"}`; anything else is not ours and is passed over. */
export function readAnnouncement(payload: string): Announcement | null {
  try {
    const { w, s, k } = JSON.parse(payload) as Record<string, unknown>;
    if (typeof w !== "string" || (k !== "change" && k !== "access")) return null;
    const seq = Number(s ?? 0);
    return Number.isSafeInteger(seq) ? { workspaceId: w, seq, kind: k } : null;
  } catch {
    return null;
  }
}
