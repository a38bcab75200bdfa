"use client";

import { Ellipsis } from "lucide-react";
import { accept, acceptLabel, otherTag, primaryOf, type Step } from "@/components/tasks/task-verbs";
import { capital, stateWords } from "@/components/tasks/words";
import { Button } from "@/components/ui/button";
import type {} from "@/components/ui/button-class";
import { useNow } from "@/components/ui/clock";
import { Link } from "@/components/ui/link";
import { Menu, MenuHeading, MenuItem } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item-class";
import { useDesk } from "@/components/workspace/desk-context";
import { isAsleep } from "@/lib/domain/task/queue-lists";
import { isOpen, openStates } from "@/lib/domain/task/task";
import type { TaskRow } from "@/lib/domain/task/view";

/** What the screen around a task does when a button is pressed. */
export type TaskHandlers = {
  onStep: (step: Step) => void;
  onSnooze: () => void;
  onMerge: () => void;
  onNote: () => void;
};

type Props = Pick<TaskHandlers, "onStep" | "onSnooze"> & { row: TaskRow; isBusy: boolean };

/** The row of buttons below a task: one primary action, and the rest of the keys as buttons. */
export function TaskActions({ row, isBusy, onStep, onSnooze }: Props) {
  const desk = useDesk();
  const now = useNow();
  if (!isOpen(row)) {
    if (row.mergedIntoId)
      return (
        <Button busy={isBusy} onClick={() => onStep({ verb: "unmerge", input: {} })}>
          Take it out again
        </Button>
      );
    if (!row.can.reopen) return null;
    return (
      <Button busy={isBusy} onClick={() => onStep({ verb: "reopen", input: {} })}>
        Open again
      </Button>
    );
  }
  const primary = primaryOf(row, desk);
  return (
    <div className="flex flex-wrap items-center gap-1.5 [&>button]:gap-1.5 [&>button]:px-2.5">
      {primary ? (
        <Button
          variant="primary"
          busy={isBusy}
          shortcut="⏎"
          className="wrap-anywhere"
          onClick={() => onStep(primary)}
        >
          {primary.label}
        </Button>
      ) : (
        <p className="pe-2 text-[0.8125rem] text-muted">{stateWords(row.state, desk)}.</p>
      )}
      {row.can.loosen ? (
        <Button shortcut="T" onClick={() => onStep(otherTag(row))}>
          {capital(desk.assistantShort)} may do this one
        </Button>
      ) : null}
      {row.state === "assistant" ? null : (
        <Button shortcut="1" onClick={() => onStep(accept)}>
          {acceptLabel(desk, row)}
        </Button>
      )}
      {isAsleep(row, now) ? (
        <Button onClick={() => onStep({ verb: "wake", input: {} })}>Wake</Button>
      ) : (
        <Button shortcut="H" onClick={onSnooze}>
          Snooze
        </Button>
      )}
      {row.can.decline ? (
        <Button variant="quiet" shortcut="3" onClick={() => onStep({ verb: "decline", input: {} })}>
          Decline
        </Button>
      ) : null}
    </div>
  );
}

/** Everything else that can be done with a task. */
export function TaskMenu({ row, onStep, onSnooze, onMerge, onNote }: TaskHandlers & { row: TaskRow }) {
  const desk = useDesk();
  const base = `/w/${desk.slug}/tasks/${row.id}`;
  const isLive = isOpen(row);
  return (
    <Menu
      label="More for this task"
      buttonClassName="inline-flex size-9 items-center justify-center rounded-lg text-muted hover:bg-sunken pointer-coarse:size-11"
      button={<Ellipsis aria-hidden="true" className="size-4" />}
    >
      <Link role="menuitem" href={base} className={menuItemClass}>
        Open on its own page
      </Link>
      {isLive ? (
        <>
          <Link role="menuitem" href={`${base}/edit`} className={menuItemClass}>
            Edit
          </Link>
          {row.can.complete ? (
            <MenuItem shortcut="D" onSelect={onNote}>
              Finish with a note…
            </MenuItem>
          ) : null}
          {row.can.tighten ? (
            <MenuItem shortcut="T" onSelect={() => onStep(otherTag(row))}>
              {desk.role === "client" ? "This must be me" : `This must be ${desk.clientShort}`}
            </MenuItem>
          ) : null}
          <MenuItem shortcut="H" onSelect={onSnooze}>
            Snooze…
          </MenuItem>
          <MenuItem shortcut="2" onSelect={onMerge}>
            Fold into another…
          </MenuItem>
          <MenuHeading>Whose turn</MenuHeading>
          {openStates.map((to) => (
            <MenuItem
              key={to}
              checked={row.state === to}
              onSelect={() => row.state !== to && onStep({ verb: "move", input: { to } })}
            >
              {stateWords(to, desk)}
            </MenuItem>
          ))}
        </>
      ) : null}
    </Menu>
  );
}
