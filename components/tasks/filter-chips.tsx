"use client";

import { X } from "lucide-react";
import { noFilter } from "@/components/tasks/filter-words";
import { setFilters } from "@/components/tasks/set-filters";
import { stateWords } from "@/components/tasks/words";
import { useDesk } from "@/components/workspace/desk-context";
import type { QueueFilter } from "@/lib/domain/task/view";

type Props = { filter: QueueFilter; onFilter: (filter: QueueFilter) => void; personName: string };

/** The filters that are set, each with the way to take it off. */
export function FilterChips({ filter, onFilter, personName }: Props) {
  const desk = useDesk();
  const set = setFilters(filter, (state) => stateWords(state, desk), personName);
  if (set.length === 0) return null;
  return (
    <ul aria-label="Filters" className="mb-4 flex flex-wrap items-center gap-1.5">
      {set.map(({ label, without }) => (
        <li key={label}>
          <button
            type="button"
            aria-label={`${label}, take this filter off`}
            onClick={() => onFilter(without)}
            className="inline-flex items-center gap-1.5 rounded-full border border-line bg-sheet py-0.5 ps-3 pe-2 text-[0.8125rem] hover:bg-sunken pointer-coarse:min-h-11"
          >
            <span dir="auto">{label}</span>
            <X aria-hidden="true" className="size-3.5 text-muted" />
          </button>
        </li>
      ))}
      {set.length > 1 ? (
        <li>
          <button
            type="button"
            onClick={() => onFilter(noFilter)}
            className="rounded-full px-2 py-0.5 text-[0.8125rem] text-muted underline underline-offset-2 pointer-coarse:min-h-11"
          >
            Show everything
          </button>
        </li>
      ) : null}
    </ul>
  );
}
