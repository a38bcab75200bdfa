import { appDatabase } from "@/lib/data/client";
import { describeError, log } from "@/lib/runtime/log";

type Kind = "change" | "access";
type Notice = { w: string; s: number; k: Kind };

const waiting = new Map<string, Notice>();
let sending = false;

/**
 * Tells every process that a desk has moved on to `seq`. Called after the commit, never inside it: NOTIFY in a writing
 * transaction makes all commits queue up. Notices of a few milliseconds leave as one; whoever misses one catches up by cursor.
 */
export function announceChange(workspaceId: string, seq: number): void {
  const before = waiting.get(`${workspaceId}:change`);
  if (before && before.s >= seq) return;
  put({ w: workspaceId, s: seq, k: "change" });
}

/** Tells every process to look again at who may listen to this desk: somebody was removed, or a session ended. */
export function announceAccess(workspaceId: string): void {
  put({ w: workspaceId, s: 0, k: "access" });
}

function put(notice: Notice): void {
  waiting.set(`${notice.w}:${notice.k}`, notice);
  if (!sending) setTimeout(send, 10);
  sending = true;
}

async function send(): Promise<void> {
  sending = false;
  const payloads = [...waiting.values()].map((notice) => JSON.stringify(notice));
  waiting.clear();
  try {
    await appDatabase()
      .$queryRaw`SELECT count(pg_notify('firsthand_live', payload)) FROM unnest(${payloads}::text[]) AS payload`;
  } catch (error) {
    // The change itself is safe; listeners catch up at their next look.
    log.warn("live updates: a notice was not sent", describeError(error));
  }
}
