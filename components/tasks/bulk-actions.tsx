"use client";

import { accept, acceptLabel, primaryOfAll, type Step } from "@/components/tasks/task-verbs";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workspace/desk-context";
import type { TaskRow } from "@/lib/domain/task/view";

/** The same actions for many at once. */
export function BulkActions({
  rows,
  onStep,
  onSnooze,
  onClear,
}: {
  rows: TaskRow[];
  onStep: (step: Step) => void;
  onSnooze: () => void;
  onClear: () => void;
}) {
  const desk = useDesk();
  const primary = primaryOfAll(rows, desk);
  const isBefore = rows.every((row) => row.state === "client");
  return (
    <div
      role="toolbar"
      aria-label={`${rows.length} selected`}
      className="flex flex-wrap items-center gap-2 rounded-xl border border-line bg-sheet px-3 py-2 shadow-lift"
    >
      <p className="pe-1 text-sm font-semibold tabular-nums">{rows.length} selected</p>
      {primary ? (
        <Button size="sm" variant="primary" shortcut="⏎" onClick={() => onStep(primary)}>
          {primary.label}
        </Button>
      ) : null}
      {desk.role === "client" || isBefore || primary?.verb === "move" ? null : (
        <Button size="sm" onClick={() => onStep({ verb: "move", input: { to: "client" } })}>
          Put before {desk.clientShort}
        </Button>
      )}
      <Button size="sm" shortcut="1" onClick={() => onStep(accept)}>
        {acceptLabel(desk)}
      </Button>
      <Button size="sm" shortcut="H" onClick={onSnooze}>
        Snooze
      </Button>
      {rows.some((row) => row.can.decline) ? (
        <Button size="sm" shortcut="3" onClick={() => onStep({ verb: "decline", input: {} })}>
          Decline
        </Button>
      ) : null}
      <Button size="sm" shortcut="T" onClick={() => onStep({ verb: "retag", input: { tag: "must-be-you" } })}>
        {desk.role === "client" ? "Must be me" : `Must be ${desk.clientShort}`}
      </Button>
      {desk.role === "client" ? (
        <Button size="sm" onClick={() => onStep({ verb: "retag", input: { tag: "delegable" } })}>
          Delegable
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" shortcut="Esc" onClick={onClear}>
        Clear
      </Button>
    </div>
  );
}
