import { Check, Flag, Lock, Repeat } from "lucide-react";
import { memo } from "react";
import { KindIcon } from "@/components/tasks/kind-icon";
import { RowTime } from "@/components/tasks/row-time";
import { TagPill } from "@/components/tasks/tag-pill";
import { cx } from "@/components/ui/cx";
import type { TaskRow } from "@/lib/domain/task/view";

type Props = { row: TaskRow; isActive: boolean; isSelected: boolean; isPending: boolean };

/** One line of the queue, an option of its section's list box. Clicks are heard by the list around it (data-task, data-check). */
export const TaskLine = memo(function TaskLine({ row, isActive, isSelected, isPending }: Props) {
  return (
    <div
      role="option"
      aria-selected={isSelected}
      aria-current={isActive || undefined}
      aria-busy={isPending || undefined}
      tabIndex={isActive ? 0 : -1}
      data-task={row.id}
      className={cx(
        "group row-lazy [--row:2.75rem] relative flex min-h-[3.8125rem] cursor-default items-center gap-3 border-b px-3 py-2 focus-visible:outline-offset-[-2px]",
        isActive
          ? "z-[1] rounded-xl border border-ink-line px-[0.6875rem]"
          : "border-line hover:bg-sunken/50",
        isSelected ? "bg-sunken" : isActive && "bg-sheet",
        isPending && "opacity-60",
      )}
    >
      <span data-check={row.id} title="Select (X)" className="relative -m-2 p-2">
        <span className={cx("block transition-opacity", isSelected ? "opacity-0" : "group-hover:opacity-30")}>
          <KindIcon kind={row.kind} named />
        </span>
        <span
          aria-hidden="true"
          className={cx(
            "absolute inset-0 m-auto flex size-[1.125rem] items-center justify-center rounded-[0.3125rem] border",
            isSelected
              ? "border-text bg-text text-sheet"
              : "border-edge bg-sheet text-transparent opacity-0 group-hover:opacity-100 pointer-coarse:hidden",
          )}
        >
          <Check className="size-3.5" strokeWidth={3} />
        </span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5">
          <span
            dir="auto"
            className="line-clamp-2 text-[0.9375rem] leading-snug font-semibold sm:line-clamp-1"
          >
            {row.title}
          </span>
          <Marks row={row} />
        </span>
        {row.preview ? (
          <span dir="auto" className="block truncate text-[0.8125rem] leading-snug text-muted">
            {row.preview}
          </span>
        ) : null}
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 sm:hidden">
          <TagPill tag={row.tag} />
          <RowTime row={row} />
        </span>
      </span>
      <span className="hidden sm:block">
        <TagPill tag={row.tag} />
      </span>
      <RowTime row={row} className="hidden min-w-[5.5rem] sm:block" />
    </div>
  );
});

/** The same line as the server draws it, before the page's scripts are here: what it is about, at its own height. */
export function TaskOutline({ row }: { row: TaskRow }) {
  return (
    <div
      role="option"
      aria-selected={false}
      tabIndex={-1}
      data-task={row.id}
      className="flex min-h-[3.8125rem] items-center border-b border-line py-2 ps-[3.75rem] pe-3 text-[0.9375rem] leading-snug font-semibold"
    >
      <span dir="auto" className="line-clamp-2 sm:line-clamp-1">
        {row.title}
      </span>
    </div>
  );
}

/** What else is worth a glance: first things, private ones, those that come back. */
function Marks({ row }: { row: TaskRow }) {
  return (
    <>
      {row.priority > 0 ? (
        <span
          title={`Priority ${row.priority}`}
          className={cx("inline-flex shrink-0", row.priority === 1 ? "text-late" : "text-muted")}
        >
          <Flag aria-hidden="true" className="size-3.5" fill={row.priority === 1 ? "currentColor" : "none"} />
          <span className="sr-only">Priority {row.priority}</span>
        </span>
      ) : null}
      {row.isPrivate ? (
        <span title="Private: only the client sees it" className="inline-flex shrink-0 text-muted">
          <Lock aria-hidden="true" className="size-3.5" />
          <span className="sr-only">Private</span>
        </span>
      ) : null}
      {row.repeats ? (
        <span title="Repeats" className="inline-flex shrink-0 text-muted">
          <Repeat aria-hidden="true" className="size-3.5" />
          <span className="sr-only">Repeats</span>
        </span>
      ) : null}
    </>
  );
}
