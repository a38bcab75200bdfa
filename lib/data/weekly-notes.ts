import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { nameUsers } from "@/lib/data/task-detail";
import type { WeeklyNote } from "@/lib/domain/weekly/view";

const standing = { usedOn: null, removedAt: null };

/** The lines that wait for the client's next list, the oldest first, each with who wrote it. */
export async function listWeeklyNotes(tx: Tx, workspaceId: string): Promise<WeeklyNote[]> {
  const notes = await tx.weeklyNote.findMany({
    where: { workspaceId, ...standing },
    orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    select: { id: true, text: true, writtenBy: true },
  });
  const names = await nameUsers(
    tx,
    notes.map((note) => note.writtenBy),
  );
  return notes.map(({ id, text, writtenBy }) => ({
    id,
    text,
    by: names.get(writtenBy) ?? "",
    userId: writtenBy,
  }));
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

/** These lines went out with the list of `day` ("YYYY-MM-DD"). */
export async function takeWeeklyNotes(
  tx: Tx,
  workspaceId: string,
  ids: string[],
  day: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.weeklyNote.updateMany({
    where: { workspaceId, id: { in: ids }, ...standing },
    data: { usedOn: new Date(`${day}T00:00:00Z`) },
  });
}
