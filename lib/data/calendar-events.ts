import type { Tx } from "@/lib/data/client";
import type { EventFacts } from "@/lib/data/events";
import type { Prisma } from "@/prisma/generated/client";

/** An entry as a calendar brings it for the first time. */
export type NewEvent = EventFacts & {
  id: string;
  calendarId: string;
  isPrivate: boolean;
  expandedUntil: Date;
};

/** Puts entries on the calendar, many at once; gives the ids of those that were not there. */
export async function insertEvents(tx: Tx, workspaceId: string, events: NewEvent[]): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const made = await tx.event.createManyAndReturn({
    data: events.map(({ attendees, source, ...event }) => ({
      ...event,
      workspaceId,
      attendees: json(attendees),
      source: json(source),
    })),
    skipDuplicates: true,
    select: { id: true },
  });
  return new Set(made.map((row) => row.id));
}

function json(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}

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
