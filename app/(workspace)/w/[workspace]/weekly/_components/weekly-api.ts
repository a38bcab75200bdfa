import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { LineVerb, WeeklyLine, WeeklyNote } from "@/lib/domain/weekly/view";

/** What came of an answer, and how it is taken back. */
export type Answered = {
  task: { id: string; version: number } | null;
  pausedUntil: string | null;
  before: { pausedUntil: string | null; snoozedUntil: string | null } | null;
};

/** What the pages of the weekly list ask of their handlers. Never throws. */
export function weeklyApi(slug: string) {
  const base = `/api/v1/w/${slug}`;
  return {
    answer: (line: WeeklyLine, verb: LineVerb, note = "") =>
      post<Answered>(`${base}/weekly/${line.person.id}/answer`, {
        key: line.key,
        verb,
        note,
        version: line.task?.version ?? null,
        dueOn: line.type === "touch" ? line.dueOn : null,
      }),
    undo: (personId: string, { task, before }: Answered) =>
      task
        ? post<unknown>(`${base}/tasks/${task.id}/undo`, { version: task.version })
        : post<unknown>(`${base}/weekly/${personId}/resume`, before ?? {}),
    note: (text: string) => post<{ notes: WeeklyNote[] }>(`${base}/weekly/note`, { text }),
  };
}
