"use client";

import { useEffect, useRef } from "react";
import { noFilter, writeFilter } from "@/components/tasks/filter-words";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { QueueFilter, QueueSection } from "@/lib/domain/task/view";

type Props = { sections: QueueSection[]; filter: QueueFilter; onFilter: (filter: QueueFilter) => void };

/** What to say when there is nothing: nothing to triage, nothing at all, or nothing that the filter lets through. */
export function QueueEmpty({ sections, filter, onFilter }: Props) {
  const count = (state?: string) =>
    sections.reduce(
      (sum, list) => sum + (state === undefined || list.state === state ? list.tasks.length : 0),
      0,
    );
  const isFiltered = writeFilter(filter).size > 0;
  const isNothing = count() === 0 && isFiltered;
  const everything = useRef<HTMLButtonElement>(null);
  // The row that had the focus is none of these. Whoever opened the page by its address had none, and begins at its head.
  useEffect(() => {
    const isMine = navigator.userActivation?.hasBeenActive !== false;
    if (isNothing && isMine && document.activeElement === document.body) everything.current?.focus();
  }, [isNothing]);
  if (isNothing) {
    return (
      <EmptyState
        title="Nothing like this here."
        action={
          <Button ref={everything} onClick={() => onFilter(noFilter)}>
            Show everything
          </Button>
        }
      >
        No task passes the filters above.
      </EmptyState>
    );
  }
  if (count() === 0) {
    return (
      <EmptyState title="Nothing to triage. Nothing waiting.">
        What comes in stands here. Add a task in the line above.
      </EmptyState>
    );
  }
  if (isFiltered || count("inbox") > 0) return null;
  return <p className="mb-6 font-serif text-lg text-muted">Nothing to triage. The rest is below.</p>;
}
