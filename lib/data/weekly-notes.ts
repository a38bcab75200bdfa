import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import type { WeeklyNote } from "@/lib/domain/weekly/view";

const standing = { usedOn: null, removedAt: null };

/** The lines that wait for the client's next list, the oldest first, each with who wrote it. */
export function listWeeklyNotes(tx: Tx, workspaceId: string): Promise<WeeklyNote[]> {
  return tx.$queryRaw<WeeklyNote[]>`
    SELECT n.id, n.text, u.name AS by, m.role, n.written_by AS "userId" FROM weekly_notes n
    JOIN users u ON u.id = n.written_by JOIN memberships m ON m.workspace_id = n.workspace_id AND m.user_id = n.written_by
    WHERE n.workspace_id = ${workspaceId}::uuid AND n.used_on IS NULL AND n.removed_at IS NULL ORDER BY n.written_at, n.id`;
}

/** Puts somebody's own line there, or another in its place; empty takes it away. Whose it is, the database writes from proof. */
export async function saveWeeklyNote(
  tx: Tx,
  workspaceId: string,
  userId: string,
  text: string,
  at: Date,
): Promise<void> {
  const own = { workspaceId, writtenBy: userId, ...standing };
  const change = text === "" ? { removedAt: at } : { text };
  const changed = await tx.weeklyNote.updateMany({ where: own, data: change });
  if (changed.count === 0 && text !== "")
    await tx.weeklyNote.createMany({ data: [{ workspaceId, id: randomUUID(), text, writtenBy: userId }] });
}

/** These lines went out with the list of `day` ("YYYY-MM-DD"). One that says something else by now goes with the next. */
export async function takeWeeklyNotes(
  tx: Tx,
  workspaceId: string,
  lines: readonly Pick<WeeklyNote, "id" | "text">[],
  day: string,
): Promise<void> {
  for (const { id, text } of lines)
    await tx.weeklyNote.updateMany({
      where: { workspaceId, id, text, ...standing },
      data: { usedOn: new Date(`${day}T00:00:00Z`) },
    });
}
