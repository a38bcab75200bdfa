"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { TaskLine, TaskOutline } from "@/components/tasks/task-row";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useIsDrawn } from "@/components/ui/use-is-drawn";
import type { QueueSection } from "@/lib/domain/task/view";

type Props = {
  section: QueueSection;
  title: string;
  /** Of how many rows the server draws the outline: what is on the screen before the scripts are. */
  outlined: number;
  /** A quiet word at the right end of the heading: the keys that help here. */
  aside?: string;
  activeId: string | null;
  selected: ReadonlySet<string>;
  pending: ReadonlySet<string>;
  isShut: boolean;
  onShut: (isShut: boolean) => void;
  onMore: () => void;
};

/** One section of the queue as a list box of rows; the next page is fetched as its end comes near. */
export function TaskSection(props: Props) {
  const { section, title, outlined, aside, activeId, selected, pending, isShut, onShut, onMore } = props;
  const heading = useId();
  const isDrawn = useIsDrawn();
  return (
    <section aria-labelledby={heading} className="mt-6 first:mt-0">
      <header className="flex items-baseline justify-between gap-3 pb-1 text-[0.8125rem]">
        <h2>
          <button
            type="button"
            aria-expanded={!isShut}
            onClick={() => onShut(!isShut)}
            className="group/head -ms-1 inline-flex items-center gap-1 rounded-md px-1 py-1 pointer-coarse:min-h-11"
          >
            <span id={heading} className="font-semibold">
              {title}
            </span>
            <span className="ms-1 text-muted tabular-nums">
              {section.count > 999 ? "999+" : section.count}
            </span>
            <ChevronRight
              aria-hidden="true"
              className={cx(
                "size-3.5 text-muted transition-transform motion-reduce:transition-none",
                isShut ? "" : "rotate-90 opacity-0 group-hover/head:opacity-100",
              )}
            />
          </button>
        </h2>
        {aside ? <p className="hidden text-muted pointer-fine:sm:block">{aside}</p> : null}
      </header>
      {isShut ? null : (
        <>
          <div role="listbox" aria-multiselectable="true" aria-labelledby={heading}>
            {isDrawn
              ? section.tasks.map((row) => (
                  <TaskLine
                    key={row.id}
                    row={row}
                    isActive={row.id === activeId}
                    isSelected={selected.has(row.id)}
                    isPending={pending.has(row.id)}
                  />
                ))
              : section.tasks.slice(0, outlined).map((row) => <TaskOutline key={row.id} row={row} />)}
          </div>
          {section.more && isDrawn ? <More key={section.more} onMore={onMore} /> : null}
        </>
      )}
    </section>
  );
}

/** Asks for the next page when it comes near, or when pressed. */
export function More({ onMore }: { onMore: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  });
  useEffect(() => {
    if (!ref.current) return;
    const watcher = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && latest.current(),
      { rootMargin: "600px" },
    );
    watcher.observe(ref.current);
    return () => watcher.disconnect();
  }, []);
  return (
    <div ref={ref} className="flex justify-center py-3">
      <Button variant="quiet" size="sm" onClick={onMore}>
        Show more
      </Button>
    </div>
  );
}
