"use client";

import { ArrowLeft, X } from "lucide-react";
import { type Ref, useState } from "react";
import { CalendarPart } from "@/app/(workspace)/w/[workspace]/_components/calendar-part";
import { DecisionPart } from "@/app/(workspace)/w/[workspace]/_components/decision-part";
import { wordsOfGesture } from "@/app/(workspace)/w/[workspace]/_components/gesture-words";
import { WhisperPart } from "@/app/(workspace)/w/[workspace]/_components/whisper";
import { TaskActions, type TaskHandlers, TaskMenu } from "@/components/tasks/task-actions";
import { TaskDetail } from "@/components/tasks/task-detail";
import { Button, IconButton } from "@/components/ui/button";
import type { TaskDetail as Detail, TaskRow } from "@/lib/domain/task/view";

type Props = TaskHandlers & {
  row: TaskRow;
  detail: Detail | null;
  isBusy: boolean;
  /** Whether it stands beside the list only because it was opened. */
  canClose: boolean;
  headingRef: Ref<HTMLHeadingElement>;
  onClose: () => void;
};

/** The task beside the queue, or in its place on a phone: everything about it, and below it what to do. */
export function TaskPane({ row, detail, isBusy, canClose, headingRef, onClose, ...handlers }: Props) {
  // Open for one, open for the next: whoever walks down the list with J reads on.
  const [isWhisperOpen, setWhisperOpen] = useState(false);
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-3 pb-6 sm:px-6">
        <Button variant="quiet" size="sm" className="-ms-2 mb-1 min-[1100px]:hidden" onClick={onClose}>
          <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> Queue
        </Button>
        <TaskDetail
          key={row.id}
          row={row}
          detail={detail}
          headingRef={headingRef}
          onMerge={handlers.onMerge}
          onTakeBack={() => handlers.onStep({ verb: "withdraw", input: {} })}
          wordsOf={wordsOfGesture}
          questions={(one) => (
            <>
              <CalendarPart key={`calendar ${one.id}`} task={one} />
              <DecisionPart key={one.id} task={one} />
            </>
          )}
          whisper={
            row.person ? (
              <WhisperPart
                personId={row.person.id}
                isOpen={isWhisperOpen}
                onToggle={() => setWhisperOpen(!isWhisperOpen)}
              />
            ) : null
          }
          corner={
            <>
              <TaskMenu row={row} {...handlers} />
              {canClose ? (
                <IconButton label="Close (Esc)" className="max-[1099px]:hidden" onClick={onClose}>
                  <X aria-hidden="true" className="size-4" />
                </IconButton>
              ) : null}
            </>
          }
        />
      </div>
      <footer className="sticky empty:hidden bottom-[calc(3.5rem+env(safe-area-inset-bottom))] border-t border-line bg-sheet px-4 py-3 sm:px-6 lg:bottom-0">
        <TaskActions row={row} isBusy={isBusy} onStep={handlers.onStep} onSnooze={handlers.onSnooze} />
      </footer>
    </>
  );
}
