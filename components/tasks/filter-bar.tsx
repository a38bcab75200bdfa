"use client";

import { ListFilter } from "lucide-react";
import type { RefObject } from "react";
import { latePart } from "@/components/ui/late-part";
import { Menu } from "@/components/ui/menu";
import type { QueueFilter } from "@/lib/domain/task/view";

type Props = { filter: QueueFilter; onFilter: (filter: QueueFilter) => void };

const FilterItems = latePart(() => import("@/components/tasks/filter-items").then((m) => m.FilterItems));

/** What of the queue to show. Choosing what is chosen already takes it off again. */
export function FilterMenu({
  filter,
  onFilter,
  onViews,
  openRef,
}: Props & { onViews: () => void; openRef?: RefObject<(() => void) | null> }) {
  return (
    <Menu
      openRef={openRef}
      button={
        <>
          <ListFilter aria-hidden="true" className="size-4 sm:hidden" />
          <span className="sr-only sm:not-sr-only">Filter</span>
        </>
      }
    >
      <FilterItems filter={filter} onFilter={onFilter} onViews={onViews} />
    </Menu>
  );
}
