import { findFeed, saveFeed } from "@/lib/data/feeds";
import { makeSecret } from "@/lib/data/secrets";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotHandOut } from "@/lib/domain/calendar/feed";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotShowOnce } from "@/lib/domain/shown-once";
import type { MadeFeed } from "@/lib/use-cases/calendar/make-feed";

/** Gives a feed a new address; the old one opens nothing from then on. Refuses `not-found`, `only-client`, `stale`. */
export async function reissueFeed(
  actor: Actor,
  seen: { id: string; version: number },
): Promise<Result<MadeFeed>> {
  const workspaceId = actor.workspace.id;
  const secret = makeSecret();
  const written = await writeAs(actor, "reissue-feed", { kind: "feed", id: seen.id }, async (tx) => {
    const feed = await findFeed(tx, workspaceId, seen.id);
    const no = feed === null ? ({ code: "not-found" } as const) : whyNotHandOut(actor, feed);
    const kept = no ?? whyNotShowOnce(actor);
    if (kept !== null) return refused(kept);
    const saved = await saveFeed(tx, workspaceId, seen, { secret });
    return saved
      ? granted(null)
      : refused({ code: "stale", version: feed?.version ?? 0, changed: ["address"] });
  });
  return written.ok ? granted({ id: seen.id, secret, seq: written.value.seq }) : written;
}
