import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { listLastContacts } from "@/lib/data/contacts";
import { listDaysOff } from "@/lib/data/days-off";
import { findTouchRow } from "@/lib/data/touch-of-person";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { cadenceOf, touchDay } from "@/lib/domain/person/touch";
import { openStates, type Tag } from "@/lib/domain/task/task";

/** Somebody whose turn it is, or comes. `dueOn` is "YYYY-MM-DD"; `everyDays` 0 where nobody said how often. */
export type LosingTouch = {
  personId: string;
  name: string;
  dueOn: string;
  everyDays: number;
};

/** One person as their line knows them, due or not. `dueOn` null: never; `lastOn` the day of the last contact. */
export type TouchOf = Omit<LosingTouch, "dueOn"> & {
  dueOn: string | null;
  lastOn: string | null;
  pausedUntil: string | null;
};

/** How it stands with one person, in days of the desk's zone; null for somebody who is not there. `everyDays` 0: no cadence at all. */
export async function findTouchOf(
  tx: Tx,
  workspaceId: string,
  personId: string,
  { zone, at }: { zone: string; at: Date },
): Promise<TouchOf | null> {
  const person = await tx.person.findFirst({
    where: { workspaceId, id: personId, removedAt: null, isDead: false },
    select: { name: true },
  });
  const row = person && (await findTouchRow(tx, workspaceId, personId));
  if (!row) return null;
  const { pausedUntil } = row;
  const cadence = cadenceOf(row, await listCircles(tx, workspaceId));
  const [contact] = await listLastContacts(tx, workspaceId, [personId], 1, at);
  const lastOn = contact ? dayAt(Date.parse(contact.at), zone) : null;
  const from = lastOn ?? dayAt(row.createdAt.getTime(), zone);
  const everyDays = cadence?.days ?? 0;
  const dueOn = cadence ? touchDay(from, everyDays, pausedUntil, await listDaysOff(tx, workspaceId)) : null;
  return { personId, name: person.name, dueOn, everyDays, lastOn, pausedUntil };
}

/** Lets somebody's cadence rest until a day ("YYYY-MM-DD"), or no longer (null). */
export async function pauseTouch(
  tx: Tx,
  workspaceId: string,
  personId: string,
  until: string | null,
): Promise<void> {
  const touchPausedUntil = until === null ? null : new Date(`${until}T00:00:00Z`);
  await tx.person.updateMany({
    where: { workspaceId, id: personId, removedAt: null },
    data: { touchPausedUntil },
  });
}

/** Whether nobody has said until when somebody's cadence rests but by skipping a turn, or taking that back, last. */
export async function isPausedBySkip(tx: Tx, workspaceId: string, personId: string): Promise<boolean> {
  const [last] = await tx.$queryRaw<{ verb: string }[]>`
    SELECT l.verb FROM log_entries l WHERE l.workspace_id = ${workspaceId}::uuid AND l.subject_id = ${personId}::uuid AND l.subject = 'person'
      AND l.before IS NOT NULL AND l.after ? 'touch_paused_until' ORDER BY l.seq DESC LIMIT 1`;
  return last === undefined || ["skip-turn", "resume-turn"].includes(last.verb);
}

/** The open task to keep in touch with somebody, the oldest where there are several, and until when it sleeps. */
export async function findTouchTask(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<{ id: string; version: number; tag: Tag; snoozedUntil: Date | null } | null> {
  const task = await tx.task.findFirst({
    where: {
      workspaceId,
      personId,
      kind: "keep-in-touch",
      mergedIntoId: null,
      state: { in: [...openStates] },
    },
    select: { id: true, version: true, tag: true, snoozedUntil: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return task && { ...task, tag: task.tag as Tag };
}
