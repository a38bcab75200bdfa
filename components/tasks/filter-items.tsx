"use client";

import { kindWords, stateWords, tagWords } from "@/components/tasks/words";
import { MenuHeading, MenuItem } from "@/components/ui/menu";
import { useDesk } from "@/components/workspace/desk-context";
import { openStates, type TaskState, tags, taskKinds } from "@/lib/domain/task/task";
import type { QueueFilter } from "@/lib/domain/task/view";

type Props = { filter: QueueFilter; onFilter: (filter: QueueFilter) => void; onViews: () => void };

const states: readonly TaskState[] = [...openStates, "done", "declined"];

/** Everything that the queue can be narrowed by, as the items of a menu; first the filters that have a name. */
export function FilterItems({ filter, onFilter, onViews }: Props) {
  const desk = useDesk();
  return (
    <>
      <MenuItem shortcut="V" onSelect={onViews}>
        Views…
      </MenuItem>
      <MenuHeading>Show only</MenuHeading>
      <MenuItem checked={filter.overdue} onSelect={() => onFilter({ ...filter, overdue: !filter.overdue })}>
        Late
      </MenuItem>
      <MenuItem checked={filter.snoozed} onSelect={() => onFilter({ ...filter, snoozed: !filter.snoozed })}>
        Snoozed
      </MenuItem>
      {tags.map((tag) => (
        <MenuItem
          key={tag}
          checked={filter.tag === tag}
          onSelect={() => onFilter({ ...filter, tag: filter.tag === tag ? null : tag })}
        >
          {tagWords[tag]}
        </MenuItem>
      ))}
      <MenuHeading>Whose turn</MenuHeading>
      {states.map((state) => (
        <MenuItem
          key={state}
          checked={filter.state === state}
          onSelect={() => onFilter({ ...filter, state: filter.state === state ? null : state })}
        >
          {stateWords(state, desk)}
        </MenuItem>
      ))}
      <MenuHeading>Kind</MenuHeading>
      {taskKinds.map((kind) => (
        <MenuItem
          key={kind}
          checked={filter.kind === kind}
          onSelect={() => onFilter({ ...filter, kind: filter.kind === kind ? null : kind })}
        >
          {kindWords[kind]}
        </MenuItem>
      ))}
    </>
  );
}
