import type { Tx } from "@/lib/data/client";
import type { CalendarWishes } from "@/lib/domain/calendar/kept";

const wished = {
  checkHours: true,
  escalateHours: true,
  travelMinutes: true,
  windowMinutes: true,
  hoursFrom: true,
  hoursTo: true,
  workDays: true,
} as const;

/** What the client wishes of the calendar, and where and how the desk writes dates. */
export async function findWishes(
  tx: Tx,
  workspaceId: string,
): Promise<{ wishes: CalendarWishes; zone: string; locale: string }> {
  const { zone, locale, ...wishes } = await tx.workspace.findFirstOrThrow({
    where: { id: workspaceId },
    select: { ...wished, zone: true, locale: true },
  });
  return { wishes, zone, locale };
}

/** Writes the client's wishes down. The database refuses anybody else's. */
export async function saveWishes(tx: Tx, workspaceId: string, wishes: CalendarWishes): Promise<void> {
  await tx.workspace.updateMany({ where: { id: workspaceId }, data: wishes });
}
