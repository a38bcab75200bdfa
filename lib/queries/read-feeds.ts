import { listFeeds } from "@/lib/data/feeds";
import { listMembers } from "@/lib/data/members";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { FeedView } from "@/lib/domain/calendar/feed";
import type { Result } from "@/lib/domain/result";

/** Where the calendar is read elsewhere: all of it for the client, an assistant's own for them. Refuses `signed-out`. */
export async function readFeeds(actor: Actor): Promise<Result<{ feeds: FeedView[] }>> {
  return readAs(actor, async (tx) => {
    const rows = await listFeeds(tx, actor.workspace.id);
    return {
      feeds: rows.map(({ id, version, name, scope, forName, madeBy, issuedAt }) => ({
        id,
        version,
        name,
        scope,
        forName,
        madeBy,
        issuedAt: issuedAt.toISOString(),
      })),
    };
  });
}

/** Whose view may be handed out beside one's own: for the client, everybody who stands for them. Refuses `signed-out`. */
export async function readFeedReaders(actor: Actor): Promise<Result<{ id: string; name: string }[]>> {
  return readAs(actor, async (tx) => {
    if (actor.role !== "client") return [];
    const members = await listMembers(tx, actor.workspace.id);
    return members
      .filter(({ role, endedAt }) => role !== "client" && endedAt === null)
      .map(({ userId, name }) => ({ id: userId, name }));
  });
}
