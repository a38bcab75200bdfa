"use client";

import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef, useState } from "react";
import { useLeftScroll } from "@/app/(workspace)/w/[workspace]/queue/_components/left-scrolls";
import { KindIcon } from "@/components/tasks/kind-icon";
import { RowTime } from "@/components/tasks/row-time";
import { TagPill } from "@/components/tasks/tag-pill";
import { More } from "@/components/tasks/task-section";
import { stateWords } from "@/components/tasks/words";
import { cx } from "@/components/ui/cx";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import type { OpenState } from "@/lib/domain/task/task";
import type { QueueSection, TaskRow } from "@/lib/domain/task/view";

type Props = {
  sections: QueueSection[];
  activeId: string | null;
  selected: ReadonlySet<string>;
  pending: ReadonlySet<string>;
  /** The cards are here, also when they came later than the page. */
  onDrawn: () => void;
  onWalk: (id: string) => void;
  onMove: (id: string, to: OpenState) => void;
  onMore: (state: OpenState) => void;
};

/** The queue as a board: a column for each state. Cards are dragged, or moved by [ and ] and by their menu; ← and → walk across. */
export function Board({ sections, activeId, selected, pending, onDrawn, onWalk, onMove, onMore }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useLeftScroll(ref, "board");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards come once.
  useEffect(onDrawn, []);
  const across = (step: 1 | -1) => () => {
    const next = cardAcross(sections, activeId, step);
    if (next) onWalk(next);
  };
  useKeys(true, { arrowleft: across(-1), arrowright: across(1) });
  return (
    <div
      ref={ref}
      className="-mx-4 flex snap-x scroll-ps-4 gap-3 overflow-x-auto px-4 pb-4 sm:-mx-6 sm:scroll-ps-6 sm:px-6"
    >
      {sections.map((section) => (
        <Column key={section.state} section={section} onMove={onMove} onMore={onMore}>
          {section.tasks.map((row) => (
            <Card
              key={row.id}
              row={row}
              isActive={row.id === activeId}
              isSelected={selected.has(row.id)}
              isPending={pending.has(row.id)}
            />
          ))}
        </Column>
      ))}
    </div>
  );
}

/** The card as far down in the nearest column on that side that has any. */
function cardAcross(sections: QueueSection[], activeId: string | null, step: 1 | -1): string | undefined {
  const columns = sections.map(({ tasks }) => tasks.map(({ id }) => id)).filter((ids) => ids.length > 0);
  const at = columns.findIndex((ids) => ids.some((id) => id === activeId));
  const next = columns[at === -1 ? 0 : at + step];
  const down = columns[at]?.indexOf(activeId ?? "") ?? 0;
  return next?.[Math.min(down, next.length - 1)];
}

function Column({
  section,
  onMove,
  onMore,
  children,
}: Pick<Props, "onMove" | "onMore"> & { section: QueueSection; children: React.ReactNode }) {
  const desk = useDesk();
  const ref = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  const state = section.state as OpenState;
  const cards = useRef<HTMLDivElement>(null);
  useLeftScroll(cards, state);
  const drop = useRef(onMove);
  useEffect(() => {
    drop.current = onMove;
  });
  useEffect(() => {
    if (!ref.current) return;
    return dropTargetForElements({
      element: ref.current,
      canDrop: ({ source }) => source.data.state !== state,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        drop.current(String(source.data.id), state);
      },
    });
  }, [state]);
  const name = stateWords(state, desk);
  return (
    <section
      ref={ref}
      aria-label={name}
      className={cx(
        "flex max-h-[calc(100dvh-9.75rem)] w-[17rem] shrink-0 snap-start flex-col rounded-xl border p-2",
        isOver ? "border-edge bg-sunken" : "border-line bg-sunken/40",
      )}
    >
      <h2 className="flex items-baseline gap-2 px-1.5 pt-0.5 pb-2 text-[0.8125rem] font-semibold">
        <span className="truncate">{name}</span>
        <span className="font-normal text-muted tabular-nums">
          {section.count > 999 ? "999+" : section.count}
        </span>
      </h2>
      <div ref={cards} className="min-h-16 overflow-y-auto">
        <div role="listbox" aria-label={name} aria-multiselectable="true" className="flex flex-col gap-2">
          {children}
        </div>
        {section.more ? <More key={section.more} onMore={() => onMore(state)} /> : null}
      </div>
    </section>
  );
}

type CardProps = { row: TaskRow; isActive: boolean; isSelected: boolean; isPending: boolean };

function Card({ row, isActive, isSelected, isPending }: CardProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    return draggable({
      element: ref.current,
      getInitialData: () => ({ id: row.id, state: row.state }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [row.id, row.state]);
  return (
    <div
      ref={ref}
      role="option"
      aria-selected={isSelected}
      aria-current={isActive || undefined}
      tabIndex={isActive ? 0 : -1}
      data-task={row.id}
      className={cx(
        // What stands in it for ears alone is placed by it, and so is cut off where the board is.
        "relative flex shrink-0 cursor-grab flex-col gap-2 rounded-lg border p-2.5 focus-visible:outline-offset-[-2px]",
        isActive ? "border-ink-line" : "border-line",
        isSelected ? "bg-sunken" : "bg-sheet",
        (isPending || isDragged) && "opacity-50",
      )}
    >
      <span className="flex gap-2">
        <KindIcon kind={row.kind} named size="sm" />
        <span dir="auto" className="wrap-anywhere line-clamp-3 min-w-0 leading-snug font-semibold">
          {row.title}
        </span>
      </span>
      <span className="flex items-center justify-between gap-2">
        <TagPill tag={row.tag} />
        <RowTime row={row} />
      </span>
    </div>
  );
}
