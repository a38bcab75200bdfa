import { isOverdue } from "@/lib/domain/task/queue-lists";
import type { TaskRow } from "@/lib/domain/task/view";

type Due = Pick<TaskRow, "dueAt" | "dueAllDay" | "replyDueAt">;

/** How many of these tasks are not late yet and would be when they came back at `until`, an instant; days are in the desk's zone. */
export function lateBy(rows: readonly Due[], until: number, now: number, zone: string): number {
  return rows.filter((row) => !isOverdue(row, now, zone) && isOverdue(row, until, zone)).length;
}
