import Link from "next/link";
import { KindIcon } from "@/components/tasks/kind-icon";
import { RowTime } from "@/components/tasks/row-time";
import { TagPill } from "@/components/tasks/tag-pill";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { dayText } from "@/components/when";
import type { PersonView } from "@/lib/domain/person/view";
import type { TaskRow } from "@/lib/domain/task/view";

/** What is open about somebody. */
export function PersonTasks({ tasks, base }: { tasks: TaskRow[]; base: string }) {
  return (
    <Sheet aria-label="Open tasks">
      <SheetHeader title="Open tasks" aside={tasks.length > 0 ? tasks.length : null} />
      {tasks.length === 0 ? (
        <p className="text-muted">Nothing is open.</p>
      ) : (
        <ul className="-mx-2">
          {tasks.map((task) => (
            <li key={task.id}>
              <Link
                href={`${base}/tasks/${task.id}`}
                className="flex min-h-11 items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-sunken/60"
              >
                <KindIcon kind={task.kind} named />
                <span dir="auto" className="min-w-0 flex-1 wrap-anywhere font-medium">
                  {task.title}
                </span>
                <span className="flex shrink-0 flex-col items-end gap-1 sm:flex-row sm:items-center sm:gap-3">
                  <TagPill tag={task.tag} />
                  <RowTime row={task} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

type GesturesProps = {
  gestures: PersonView["gestures"];
  base: string;
  now: number;
  place: { zone: string; locale: string };
};

/** What was done for somebody: when, by whom, and in which words it was noted. */
export function PersonGestures({ gestures, base, now, place }: GesturesProps) {
  return (
    <Sheet aria-label="What was done">
      <SheetHeader title="What was done" />
      {gestures.length === 0 ? (
        <p className="text-muted">Nothing has been done here yet.</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {gestures.map((gesture) => (
            <li key={gesture.id}>
              <p>
                <Link
                  href={`${base}/tasks/${gesture.taskId}`}
                  className="underline decoration-line underline-offset-2"
                >
                  <bdi className="wrap-anywhere">{gesture.title}</bdi>
                </Link>
                {gesture.outcome === "declined" ? " was declined" : " was done"}
                {gesture.undoneAt ? ", and opened again" : ""}
              </p>
              <p className="text-[0.8125rem] text-muted">
                {dayText(gesture.at, now, place, false)}
                {gesture.by ? ` · by ${gesture.by}` : ""}
              </p>
              {gesture.note ? (
                <p dir="auto" className="mt-0.5 wrap-anywhere font-serif">
                  {gesture.note}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
