"use client";

import { useRef, useState } from "react";
import { ProtectedLine } from "@/components/calendar/protected-line";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { useFocusStays } from "@/components/ui/use-focus-stays";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import type { ProtectedInput, ProtectedView } from "@/lib/domain/calendar/kept";
import { sayProtected } from "@/lib/domain/calendar/say-protected";
import { sayDate } from "@/lib/domain/calendar/say-rule";
import { useAskDesk } from "../../_components/use-ask-desk";
import { ProtectedForm } from "./protected-form";

type Props = { times: ProtectedView[]; today: string; zones: readonly string[]; canChange: boolean };
/** What was done last, in words, and the request that takes it back. */
type Undo = { said: string; path: string; body: object };

/** The client's protected hours; what was given free can be kept again, and a day that was left out comes back. */
export function ProtectedList({ times, today, zones, canChange }: Props) {
  const desk = useDesk();
  const { ask, busy, wrong } = useAskDesk();
  const [undo, setUndo] = useState<Undo | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useFocusStays(place, place);
  const close = () => setOpen(null);
  const form = { today, zones, onDone: close, onCancel: close };

  async function remove({ id, version, ...time }: ProtectedView) {
    const gone = await ask<{ version: number }>(`protected-times/${id}/remove`, { version });
    const body = { version: gone?.version };
    if (gone)
      setUndo({ said: `${nameOf(time)} is given free.`, path: `protected-times/${id}/restore`, body });
  }
  async function leaveOut(time: ProtectedView, on: string) {
    const { id, version } = time;
    const left = await ask<{ version: number }>(`protected-times/${id}/except`, { version, on });
    const body = { ...saidOf(time), version: left?.version };
    if (left) setUndo({ said: `${sayDate(on)} is left out.`, path: `protected-times/${id}/edit`, body });
  }
  async function takeBack({ path, body }: Undo) {
    if (await ask(path, body)) setUndo(null);
  }

  useKeys(
    undo !== null,
    undoKeys(() => undo && takeBack(undo)),
  );

  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-4">
      {times.length === 0 && open !== "new" ? (
        <EmptyState title="No hours are protected.">
          Over protected hours nothing is booked or promised without{" "}
          {canChange ? "your" : `${desk.clientShort}’s`} word.
        </EmptyState>
      ) : null}
      {times.length > 0 ? (
        <ul className="rounded-sheet border border-line bg-sheet">
          {times.map((time) => (
            <li key={time.id} className="border-b border-line px-4 py-3 last:border-b-0">
              {open === time.id ? (
                <ProtectedForm time={time} {...form} />
              ) : (
                <ProtectedLine
                  time={time}
                  desk={desk}
                  today={today}
                  busy={busy.startsWith(`protected-times/${time.id}/`) ? (busy.split("/")[2] ?? "") : ""}
                  verbs={
                    canChange
                      ? {
                          onChange: () => setOpen(time.id),
                          onRemove: () => void remove(time),
                          onExcept: (day) => void leaveOut(time, day),
                        }
                      : null
                  }
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <div role="status" className="empty:hidden">
        {undo ? (
          <Notice>
            <bdi>{undo.said}</bdi>{" "}
            <button
              type="button"
              className="underline pointer-coarse:min-h-11"
              onClick={() => void takeBack(undo)}
            >
              Undo
            </button>
          </Notice>
        ) : null}
      </div>
      {wrong.form || wrong.on ? (
        <Notice tone="late" role="alert">
          {wrong.form ?? wrong.on}
        </Notice>
      ) : null}
      {!canChange ? null : open === "new" ? (
        <div className="rounded-sheet border border-line bg-sheet p-4">
          <ProtectedForm {...form} />
        </div>
      ) : (
        <div>
          <Button onClick={() => setOpen("new")}>Protect hours</Button>
        </div>
      )}
    </div>
  );
}

function nameOf(time: ProtectedInput): string {
  return time.title ? `“${time.title}”` : sayProtected(time);
}

function saidOf({
  title,
  firstOn,
  allDay,
  from,
  minutes,
  zone,
  rule,
  exceptOn,
}: ProtectedView): ProtectedInput {
  return { title, firstOn, allDay, from, minutes, zone, rule, exceptOn };
}
