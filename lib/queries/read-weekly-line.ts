import type { Tx } from "@/lib/data/client";
import { findDeskDays } from "@/lib/data/day-tasks";
import { findMailSettings } from "@/lib/data/member-settings";
import { listGestures } from "@/lib/data/task-detail";
import { findTouchOf } from "@/lib/data/touch-of";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { TaskDetail } from "@/lib/domain/task/view";
import { readLineKey, type WeeklyLine } from "@/lib/domain/weekly/view";
import { dressTouch, findDayLines, lastDayOf } from "@/lib/queries/weekly-lines";

/**
 * One line as it stands now, for the page that a mail's button opens. `closed` is how its task was closed, if it was;
 * `pausedUntil` until when the person's cadence rests; `touchedOn` the day of the last contact, where it has moved the next
 * turn behind whatever a list of today could hold.
 */
export type WeeklyLineView = {
  line: WeeklyLine;
  closed: TaskDetail["gestures"][number] | null;
  pausedUntil: string | null;
  touchedOn: string | null;
};

/** The line behind `key`; null where there is none (any more), it is private to the client, or a stranger's. */
export async function readWeeklyLine(actor: Actor, key: string, at: Date): Promise<WeeklyLineView | null> {
  const about = readLineKey(key);
  if (about === null) return null;
  const read = await readAs(actor, async (tx): Promise<WeeklyLineView | null> => {
    if (about.type === "touch") return readTouch(tx, actor, about.personId, at);
    const year = { at, from: `${about.year}-01-01`, to: `${about.year}-12-31`, mostDays: 1, mostTouch: 0 };
    const [line] = (await findDayLines(tx, actor, year, about.dateId)).lines;
    if (!line) return null;
    const gestures = line.task ? await listGestures(tx, actor.workspace.id, line.task.id) : [];
    const closed = gestures.find((gesture) => gesture.undoneAt === null) ?? null;
    return { line, closed, pausedUntil: null, touchedOn: null };
  });
  return read.ok ? read.value : null;
}

async function readTouch(tx: Tx, actor: Actor, personId: string, at: Date): Promise<WeeklyLineView | null> {
  const workspaceId = actor.workspace.id;
  const { zone } = await findDeskDays(tx, workspaceId);
  const today = dayAt(at.getTime(), zone);
  const found = await findTouchOf(tx, workspaceId, personId, { zone, at });
  if (found === null) return null;
  const { lastOn, pausedUntil } = found;
  const dueOn = found.dueOn ?? today;
  const [line] = await dressTouch(tx, actor, [{ ...found, dueOn }], at);
  if (!line) return null;
  const { weeklyDays } = await findMailSettings(tx, workspaceId, actor.userId as string);
  const isTheirTurn = line.task !== null || dueOn <= lastDayOf(today, weeklyDays) || dueOn === pausedUntil;
  return { line, closed: null, pausedUntil, touchedOn: isTheirTurn ? null : lastOn };
}
