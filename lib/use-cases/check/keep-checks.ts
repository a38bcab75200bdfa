import { findWishes } from "@/lib/data/calendar-wishes";
import type { Tx } from "@/lib/data/client";
import { listCheckTasks, listMeetingsOfSeries, loseChecks, type MeetingTime } from "@/lib/data/event-checks";
import { findTask, saveTask } from "@/lib/data/tasks";
import { happeningOfCheck } from "@/lib/domain/calendar/follow-check";
import { checkTitle, confirmBy, sayMoved } from "@/lib/domain/calendar/needs-check";
import { fieldsOfCheck } from "@/lib/use-cases/check/plan-check";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/**
 * After entries moved, changed their place or went: checks of what does not happen so any more are lost, and open double-checks say
 * what is true now. One of a meeting that is no more says so; nothing is closed. `uids` null: of the whole desk.
 */
export async function keepChecksIn(
  tx: Tx,
  workspaceId: string,
  entries: { uids: string[]; ids: string[] } | null,
  at: Date,
): Promise<void> {
  await loseChecks(tx, workspaceId, entries?.ids ?? null, at);
  const tasks = await listCheckTasks(tx, workspaceId, entries?.uids ?? null);
  if (tasks.length === 0) return;
  const uids = [...new Set(tasks.map(({ eventUid }) => eventUid))];
  const meetings = await listMeetingsOfSeries(tx, workspaceId, uids, at);
  const { wishes, zone } = await findWishes(tx, workspaceId);
  const named = tasks.map((task) => ({ ...task, at: Date.parse(task.startsAt) }));
  for (const task of named) {
    // What has begun is not confirmed any more, however it is moved afterwards.
    if (!(task.at > at.getTime())) continue;
    const seen = await findTask(tx, workspaceId, task.id);
    if (seen === null) continue;
    const theirs = meetings.filter(({ uid }) => uid === task.eventUid);
    const others = named.filter((other) => other.id !== task.id);
    const now = happeningOfCheck(task, theirs, others, zone);
    await keepIn(tx, workspaceId, seen, now, { zone, at, escalateHours: wishes.escalateHours });
  }
}

async function keepIn(
  tx: Tx,
  workspaceId: string,
  task: SeenTask,
  meeting: MeetingTime | null,
  { zone, at, escalateHours }: { zone: string; at: Date; escalateHours: number },
): Promise<void> {
  const { fields, note, title } = task.raw;
  if (meeting === null) {
    const gone = sayMoved("gone");
    if (!note.includes(gone)) await saveTask(tx, workspaceId, task, { note: under(note, gone) });
    return;
  }
  const { link: _, place: __, ...kept } = fields;
  const now = { ...kept, ...fieldsOfCheck(meeting, zone) };
  const [was, is] = [JSON.stringify(sorted(fields)), JSON.stringify(sorted(now))];
  const isBack = note.includes(sayMoved("gone"));
  if (was === is && !isBack) return;
  const isMoved = fields.startsAt !== now.startsAt || fields.place !== now.place || fields.link !== now.link;
  const plain = isBack ? note.replace(sayMoved("gone"), "").trim() : note;
  const said = isMoved && !plain.includes(sayMoved("moved")) ? under(plain, sayMoved("moved")) : plain;
  const dueAt = new Date(confirmBy(meeting.startsAt.getTime(), escalateHours, at.getTime()));
  const isNewTime = fields.startsAt !== now.startsAt;
  await saveTask(tx, workspaceId, task, {
    fields: now,
    note: said,
    ...(title === checkTitle(meeting.summary) ? {} : { title: checkTitle(meeting.summary) }),
    // A later time is not urgent any more.
    ...(isNewTime ? { dueAt, dueAllDay: false, ...(task.raw.priority === 1 ? { priority: 0 } : {}) } : {}),
  });
}

function under(note: string, line: string): string {
  return [note, line].filter(Boolean).join("\n\n");
}

function sorted(fields: object): [string, unknown][] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}
