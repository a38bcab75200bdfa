import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import type { EventRow } from "@/lib/data/event-rows";
import type { Prisma } from "@/prisma/generated/client";

/** What a change did: the rows that it touched, as they were (none for what is new) and as they are since. */
export type EventUndo = {
  id: string;
  uid: string;
  before: EventRow[];
  after: EventRow[];
  madeBy: string;
  undoneAt: Date | null;
};

/** Remembers a change, so that whoever made it can take it back; gives its id. */
export async function insertEventUndo(
  tx: Tx,
  workspaceId: string,
  change: { uid: string; before: EventRow[]; after: EventRow[]; madeBy: string; at: Date },
): Promise<string> {
  const id = randomUUID();
  const { uid, before, after, madeBy, at } = change;
  const rows = JSON.parse(JSON.stringify({ before, after })) as Prisma.InputJsonValue;
  await tx.eventUndo.create({ data: { workspaceId, id, uid, before: rows, madeBy, madeAt: at } });
  return id;
}

/** One change; null for one that is absent, or another's. */
export async function findEventUndo(tx: Tx, workspaceId: string, id: string): Promise<EventUndo | null> {
  const found = await tx.eventUndo.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return found === null ? null : toUndo(found);
}

/** The latest changes that left a row as it then was, as far as the transaction may see them; the newest first. */
export async function listUndosOfRow(
  tx: Tx,
  workspaceId: string,
  eventId: string,
  which: "standing" | "undone",
): Promise<EventUndo[]> {
  const rows = await tx.eventUndo.findMany({
    where: {
      workspaceId,
      before: { path: ["after"], array_contains: [{ id: eventId }] },
      undoneAt: which === "standing" ? null : { not: null },
    },
    orderBy: which === "standing" ? { madeAt: "desc" } : [{ undoneAt: "desc" }, { madeAt: "asc" }],
    take: 20,
  });
  return rows.map(toUndo);
}

/** Says that a change was taken back, or (null) stands again. */
export async function markEventUndo(
  tx: Tx,
  workspaceId: string,
  id: string,
  undoneAt: Date | null,
): Promise<void> {
  await tx.eventUndo.updateMany({ where: { workspaceId, id }, data: { undoneAt } });
}

/** Forgets changes from before an instant, but of what still waits for the client: their "no" puts it back where it was. */
export async function sweepEventUndos(tx: Tx, workspaceId: string, before: Date): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM event_undos u WHERE u.workspace_id = ${workspaceId}::uuid AND u.made_at < ${before}
      AND NOT EXISTS (SELECT 1 FROM events e WHERE e.workspace_id = u.workspace_id AND e.held AND e.removed_at IS NULL
        AND u.before -> 'after' @> jsonb_build_array(jsonb_build_object('id', e.id)))
      AND NOT EXISTS (SELECT 1 FROM event_undos v WHERE v.workspace_id = u.workspace_id AND v.uid = u.uid AND v.made_at >= ${before})`;
}

function toUndo(row: {
  id: string;
  uid: string;
  before: Prisma.JsonValue;
  madeBy: string;
  undoneAt: Date | null;
}): EventUndo {
  const { before, after } = row.before as unknown as { before: EventRow[]; after: EventRow[] };
  return { id: row.id, uid: row.uid, before, after, madeBy: row.madeBy, undoneAt: row.undoneAt };
}
