"use client";

import { useEffect } from "react";
import { noFilter, writeFilter } from "@/components/tasks/filter-words";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { QueueFilter, QueueSection } from "@/lib/domain/task/view";

type Props = {
  sections: QueueSection[];
  filter: QueueFilter;
  /** It is here, also when it came later than the page. */
  onDrawn: () => void;
  onFilter: (filter: QueueFilter) => void;
};

/** What to say when there is nothing: nothing to triage, nothing at all, or nothing that the filter lets through. */
export function QueueEmpty({ sections, filter, onDrawn, onFilter }: Props) {
  const count = (state?: string) =>
    sections.reduce(
      (sum, list) => sum + (state === undefined || list.state === state ? list.tasks.length : 0),
      0,
    );
  const isFiltered = writeFilter(filter).size > 0;
  const isNothing = count() === 0 && isFiltered;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it comes once.
  useEffect(onDrawn, []);
  if (isNothing) {
    return (
      <EmptyState
        title="Nothing like this here."
        action={
          // No task, but where the focus of a row that is none of these goes on.
          <Button data-task="" onClick={() => onFilter(noFilter)}>
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
