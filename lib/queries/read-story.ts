import type { Tx } from "@/lib/data/client";
import { isInstant, readCursor, writeCursor } from "@/lib/data/cursor";
import { findDeskDays } from "@/lib/data/day-tasks";
import { findPerson } from "@/lib/data/people";
import { listStory, type StoryCursor } from "@/lib/data/story";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type StoryKind, type StoryPage, storyKinds } from "@/lib/domain/person/story";

/** How much of a story is read at once. */
const PAGE = 30;

type Wanted = { kind: StoryKind | null; cursor: string | null };

/** A page of what happened with somebody; null for somebody absent, private to the client, or a stranger's. */
export async function readStory(
  actor: Actor,
  personId: string,
  wanted: Wanted,
  at: Date,
): Promise<StoryPage | null> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx): Promise<StoryPage | null> => {
    if ((await findPerson(tx, workspaceId, personId)) === null) return null;
    const { zone } = await findDeskDays(tx, workspaceId);
    return storyIn(tx, workspaceId, personId, { ...wanted, zone }, at);
  });
  return read.ok ? read.value : null;
}

/** The same of somebody who was found already. */
export async function storyIn(
  tx: Tx,
  workspaceId: string,
  personId: string,
  { kind, cursor, zone }: Wanted & { zone: string },
  at: Date,
): Promise<StoryPage> {
  const after = placeAfter(cursor);
  const page = await listStory(tx, workspaceId, personId, { zone, at, kind, after, limit: PAGE });
  return {
    entries: page.entries,
    more: page.more ? writeCursor([page.more.at, page.more.kind, page.more.id]) : null,
  };
}

function placeAfter(cursor: string | null): StoryCursor | null {
  const [at, kind, id = ""] = readCursor(cursor, 3) ?? [];
  const known = storyKinds.find((one) => one === kind);
  return isInstant(at) && known && /^[0-9a-f:-]{36,60}$/.test(id) ? { at, kind: known, id } : null;
}
