import type { Tx } from "@/lib/data/client";
import { hashSecret } from "@/lib/data/secrets";
import type { Role } from "@/lib/domain/actor";
import type { FeedScope } from "@/lib/domain/calendar/feed";

/** An address at which the calendar is read elsewhere. Of the address itself only a hash is kept. */
export type StoredFeed = {
  id: string;
  version: number;
  name: string;
  scope: FeedScope;
  forUser: string;
};

/** A feed that is not revoked and that the transaction may see; null otherwise. */
export async function findFeed(tx: Tx, workspaceId: string, id: string): Promise<StoredFeed | null> {
  const row = await tx.feed.findFirst({
    where: { workspaceId, id, revokedAt: null },
    select: { id: true, version: true, name: true, scope: true, forUser: true },
  });
  return row as StoredFeed | null;
}

export type FeedRow = StoredFeed & { forName: string; madeBy: string; issuedAt: Date };

/** The feeds that the transaction may see and that still open something, the latest address last. */
export function listFeeds(tx: Tx, workspaceId: string): Promise<FeedRow[]> {
  return tx.$queryRaw<FeedRow[]>`
    SELECT f.id, f.version, f.name, f.scope, f.for_user AS "forUser", u.name AS "forName", coalesce(b.name, '') AS "madeBy", f.issued_at AS "issuedAt"
    FROM feeds f JOIN users u ON u.id = f.for_user
    JOIN memberships m ON m.workspace_id = f.workspace_id AND m.user_id = f.for_user AND m.ended_at IS NULL
    LEFT JOIN users b ON b.id = f.made_by
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.revoked_at IS NULL ORDER BY f.issued_at, f.id`;
}

/** Whose view a feed can be: whoever stands for the client and belongs to the desk. */
export async function findFeedReader(tx: Tx, workspaceId: string, userId: string): Promise<Role | null> {
  const member = await tx.membership.findFirst({
    where: { workspaceId, userId, endedAt: null },
    select: { role: true },
  });
  return (member?.role as Role | undefined) ?? null;
}

/** Makes a feed; `secret` is the address's own part, and is known to nobody afterwards. */
export async function insertFeed(
  tx: Tx,
  workspaceId: string,
  { secret, ...feed }: Omit<StoredFeed, "version"> & { secret: string },
): Promise<void> {
  // Who made it, and when, is written by the guard.
  const made = { madeBy: feed.forUser, madeRole: "assistant" };
  await tx.feed.createMany({ data: [{ ...feed, ...made, workspaceId, tokenHash: hashSecret(secret) }] });
}

/** Gives a feed another address, or takes its address back, where it still is as it was seen. */
export async function saveFeed(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: { secret: string } | { revokedAt: Date },
): Promise<boolean> {
  const data = "secret" in change ? { tokenHash: hashSecret(change.secret) } : change;
  const where = { workspaceId, id: seen.id, version: seen.version, revokedAt: null };
  return (await tx.feed.updateMany({ where, data })).count === 1;
}
