import type { Answer, DeskApi, Done } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { Walls } from "@/lib/domain/calendar/shift-entry";
import type { CalendarTask } from "@/lib/domain/calendar/view";
import { instantAt, startOfDay } from "@/lib/domain/calendar/zone-day";

/** Gives a task another due day or time, by the same edit as its page. Whether that may be is asked of the server, of the task as it is now. */
export async function moveTask(
  api: DeskApi,
  entry: CalendarTask,
  { start, allDay }: Walls,
  zone: string,
): Promise<Answer<Done>> {
  const task = await api.task(entry.taskId);
  if (!task.ok) return task;
  const day = start.slice(0, 10);
  const at = allDay ? startOfDay(day, zone) : instantAt(day, start.slice(11), zone);
  return api.act(task.value, "edit", { dueAt: new Date(at).toISOString(), dueAllDay: allDay });
}

/** Takes the last change of a task back. */
export function undoTask(api: DeskApi, task: { id: string; version: number }): Promise<Answer<Done>> {
  return api.act(task, "undo");
}
