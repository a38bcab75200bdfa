import { randomUUID } from "node:crypto";
import { findFeedReader, insertFeed, listFeeds } from "@/lib/data/feeds";
import { makeSecret } from "@/lib/data/secrets";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type FeedInput, mostFeeds, whoseFeed, whyNotHandOut } from "@/lib/domain/calendar/feed";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotShowOnce } from "@/lib/domain/shown-once";

/** A feed with the secret part of its address, which nobody can tell again. */
export type MadeFeed = { id: string; secret: string; seq: number };

/**
 * Makes an address at which the calendar is read elsewhere: the client's for any view, an assistant's for their own. Refuses
 * `only-client`, `invalid` for somebody who is no assistant of the desk and for too many addresses.
 */
export async function makeFeed(actor: Actor, { name, scope, forUser }: FeedInput): Promise<Result<MadeFeed>> {
  const workspaceId = actor.workspace.id;
  const [id, secret] = [randomUUID(), makeSecret()];
  const written = await writeAs(actor, "make-feed", { kind: "feed", id: null }, async (tx) => {
    const whose = whoseFeed(actor, { scope, forUser });
    const no = whyNotHandOut(actor, { scope, forUser: whose });
    const kept = no ?? whyNotShowOnce(actor);
    if (kept !== null) return refused(kept);
    const role = whose === null ? null : await findFeedReader(tx, workspaceId, whose);
    if (whose === null || role === null || (scope === "assistant") === (role === "client"))
      return refused({ code: "invalid", fields: { forUser: "Choose one of the assistants." } });
    if ((await listFeeds(tx, workspaceId)).length >= mostFeeds)
      return refused({ code: "invalid", fields: { form: `There are ${mostFeeds} addresses already.` } });
    await insertFeed(tx, workspaceId, { id, name, scope, forUser: whose, secret });
    return granted(null);
  });
  return written.ok ? granted({ id, secret, seq: written.value.seq }) : written;
}
