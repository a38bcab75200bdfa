"use client";

import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CalendarPart } from "@/app/(workspace)/w/[workspace]/_components/calendar-part";
import { DecisionPart } from "@/app/(workspace)/w/[workspace]/_components/decision-part";
import { wordsOfGesture } from "@/app/(workspace)/w/[workspace]/_components/gesture-words";
import { useDetail } from "@/app/(workspace)/w/[workspace]/_components/use-detail";
import { WhisperPart } from "@/app/(workspace)/w/[workspace]/_components/whisper";
import { MergeDialog } from "@/app/(workspace)/w/[workspace]/queue/_components/merge-dialog";
import { useQueue } from "@/app/(workspace)/w/[workspace]/queue/_components/use-queue";
import { noFilter } from "@/components/tasks/filter-words";
import { TaskActions, TaskMenu } from "@/components/tasks/task-actions";
import { TaskDetail } from "@/components/tasks/task-detail";
import { accept, moveBeside, noteOn, otherTag, primaryOf, type Step } from "@/components/tasks/task-verbs";
import { lateWindow } from "@/components/ui/late-part";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { closedStates, openStates } from "@/lib/domain/task/task";
import type { TaskDetail as Detail } from "@/lib/domain/task/view";

const SnoozeDialog = lateWindow(() => import("@/components/tasks/snooze-dialog").then((m) => m.SnoozeDialog));
const CompleteDialog = lateWindow(() =>
  import("@/app/(workspace)/w/[workspace]/_components/complete-dialog").then((m) => m.CompleteDialog),
);

/** One task on its own page, with the same keys and buttons as beside the queue. */
export function TaskScreen({ task }: { task: Detail }) {
  const desk = useDesk();
  const router = useRouter();
  const [asking, setAsking] = useState<"snooze" | "merge" | "note" | null>(null);
  const [isWhisperOpen, setWhisperOpen] = useState(false);
  const [view] = useState(() => viewOf(task));
  const queue = useQueue(view, () => router.refresh());
  const listed = queue.sections.flatMap((section) => section.tasks).find((row) => row.id === task.id);
  const row = listed ?? queue.rowOf(task.id) ?? task;
  const { detail } = useDetail(task.id, row.version, true, task);
  const act = (step: Step) => void queue.act([row], step);
  const isAway = queue.absent.has(task.id);
  const primary = primaryOf(row, desk);
  const noted = noteOn(row, desk);
  useKeys(asking === null, {
    "1": () => act(accept),
    "2": () => setAsking("merge"),
    "3": () => act({ verb: "decline", input: {} }),
    h: () => setAsking("snooze"),
    t: () => act(otherTag(row)),
    e: () => router.push(`/w/${desk.slug}/tasks/${task.id}/edit`),
    enter: () => primary && act(primary),
    ...(noted ? { d: () => (noted === "ask" ? setAsking("note") : queue.leaveToClient(row)) } : {}),
    p: () => router.push(`/w/${desk.slug}/tasks/${task.id}/draft`),
    "[": () => shift(-1),
    "]": () => shift(1),
    ...undoKeys(queue.undo),
    escape: () => router.push(`/w/${desk.slug}/queue?task=${task.id}`),
  });
  function shift(step: 1 | -1) {
    const move = moveBeside([row], step);
    if (move) act(move);
  }
  const handlers = {
    onStep: act,
    onSnooze: () => setAsking("snooze"),
    onMerge: () => setAsking("merge"),
    onNote: () => setAsking("note"),
  };
  return (
    <div className="mx-auto flex min-h-[calc(100dvh-4rem)] max-w-2xl flex-col px-4 pt-4 sm:px-6 lg:min-h-dvh">
      <h1 className="sr-only">Task</h1>
      <LinkButton variant="quiet" size="sm" className="mb-2 -ms-2 self-start" href={`/w/${desk.slug}/queue`}>
        <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> Queue
      </LinkButton>
      <div className="flex flex-1 flex-col gap-4 pb-6">
        {isAway ? (
          <Notice role="status">This task is here no longer. Nothing is left to do with it.</Notice>
        ) : null}
        <TaskDetail
          row={row}
          detail={isAway && detail ? { ...detail, noLonger: null } : detail}
          onMerge={handlers.onMerge}
          onTakeBack={() => act({ verb: "withdraw", input: {} })}
          wordsOf={wordsOfGesture}
          corner={<TaskMenu row={row} {...handlers} />}
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
        />
      </div>
      <footer className="sticky empty:hidden bottom-[calc(3.5rem+env(safe-area-inset-bottom))] -mx-4 border-t border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6 lg:bottom-0">
        {isAway ? null : (
          <TaskActions
            row={row}
            isBusy={queue.pending.has(row.id)}
            onStep={act}
            onSnooze={handlers.onSnooze}
          />
        )}
      </footer>
      <ToastRegion isLifted>
        {queue.bar ? (
          <Toast tone={queue.bar.tone} action={queue.bar.action} onDismiss={() => queue.show(null)}>
            {queue.bar.says}
          </Toast>
        ) : null}
      </ToastRegion>
      {asking === "snooze" ? (
        <SnoozeDialog
          rows={[row]}
          onClose={() => setAsking(null)}
          onChoose={(input) => {
            setAsking(null);
            act({ verb: "snooze", input });
          }}
        />
      ) : null}
      {asking === "note" ? (
        <CompleteDialog
          row={row}
          onClose={() => setAsking(null)}
          onDone={(step) => {
            setAsking(null);
            act(step);
          }}
        />
      ) : null}
      {asking === "merge" ? (
        <MergeDialog
          row={row}
          onClose={() => setAsking(null)}
          onChoose={(twin) => {
            setAsking(null);
            void queue.fold(row, twin);
          }}
        />
      ) : null}
    </div>
  );
}

/** A queue in which only this task stands, so that everything done to it takes the same way as in the list. */
function viewOf(task: Detail) {
  const sections = [...openStates, ...closedStates].map((state) => ({
    state,
    count: 0,
    tasks: state === task.state ? [task] : [],
    more: null,
  }));
  return { seq: null, filter: noFilter, sections };
}
