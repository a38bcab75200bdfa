import type { Tx } from "@/lib/data/client";

/** What stood in a calendar that is forgotten stands on the desk by itself. */
export async function releaseEvents(tx: Tx, workspaceId: string, calendarId: string): Promise<void> {
  await tx.event.updateMany({ where: { workspaceId, calendarId }, data: { calendarId: null } });
}

/** Takes these series off the calendar, as far as this calendar keeps them and they were not made here; says which entries. */
export async function takeOffEvents(
  tx: Tx,
  workspaceId: string,
  calendarId: string,
  uids: string[],
  at: Date,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE events SET removed_at = ${at} WHERE workspace_id = ${workspaceId}::uuid AND calendar_id = ${calendarId}::uuid AND uid = ANY (${uids}::text[])
      AND removed_at IS NULL AND NOT own RETURNING id`;
  return rows.map((row) => row.id);
}

/** Another calendar keeps these series from now on. */
export async function handEventsOver(
  tx: Tx,
  workspaceId: string,
  from: string,
  to: string,
  uids: string[],
): Promise<void> {
  await tx.event.updateMany({
    where: { workspaceId, calendarId: from, uid: { in: uids }, removedAt: null, own: false },
    data: { calendarId: to },
  });
}
