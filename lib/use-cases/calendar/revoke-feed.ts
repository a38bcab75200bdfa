import { findFeed, saveFeed } from "@/lib/data/feeds";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotHandOut } from "@/lib/domain/calendar/feed";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Takes the address of a feed back, for good: it opens nothing from then on. Refuses `not-found`, `only-client`, `stale`. */
export async function revokeFeed(
  actor: Actor,
  seen: { id: string; version: number },
  at: Date,
): Promise<Result<{ seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "revoke-feed", { kind: "feed", id: seen.id }, async (tx) => {
    const feed = await findFeed(tx, workspaceId, seen.id);
    const no = feed === null ? ({ code: "not-found" } as const) : whyNotHandOut(actor, feed);
    if (no !== null) return refused(no);
    const saved = await saveFeed(tx, workspaceId, seen, { revokedAt: at });
    return saved
      ? granted(null)
      : refused({ code: "stale", version: feed?.version ?? 0, changed: ["address"] });
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}
