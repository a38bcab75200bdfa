import { KindIcon } from "@/components/tasks/kind-icon";
import { RowTime } from "@/components/tasks/row-time";
import { TagPill } from "@/components/tasks/tag-pill";
import { Link } from "@/components/ui/link";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import type { TaskRow } from "@/lib/domain/task/view";

/** What is open about somebody. */
export function PersonTasks({ tasks, base }: { tasks: TaskRow[]; base: string }) {
  return (
    <Sheet aria-label="Open tasks">
      <SheetHeader level={2} title="Open tasks" aside={tasks.length > 0 ? tasks.length : null} />
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
