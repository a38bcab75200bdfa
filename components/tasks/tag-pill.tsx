import { tagWords } from "@/components/tasks/words";
import { cx } from "@/components/ui/cx";
import type { Tag } from "@/lib/domain/task/task";

/** The tag: an ink pill with a dot, or a dashed pencil pill. Words first, colour second. */
export function TagPill({ tag, className }: { tag: Tag; className?: string }) {
  const ink = tag === "must-be-you";
  return (
    <span
      className={cx(
        "inline-flex shrink-0 items-center gap-1.5 rounded-full border px-2 text-xs leading-5 font-semibold whitespace-nowrap",
        ink
          ? "border-ink-soft bg-ink-soft text-ink"
          : "border-dashed border-pencil-line font-medium text-pencil",
        className,
      )}
    >
      {ink ? <span aria-hidden="true" className="size-2 rounded-full bg-ink" /> : null}
      {tagWords[tag]}
    </span>
  );
}
