"use client";

import { useRef } from "react";
import { BeginAnother } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/begin-another";
import { CopyAndOpen } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/copy-and-open";
import { SendingPart } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/sending-part";
import type { DraftHand } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-draft";
import type { Verbs } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-verbs";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFocusStays } from "@/components/ui/use-focus-stays";
import { useDesk } from "@/components/workspace/desk-context";
import { isOpen } from "@/lib/domain/task/task";

type Props = { hand: DraftHand; verbs: Verbs; onAskChanges: () => void; onBegun: () => void };

/** The foot of the page: the sentence of a "no" where there was one, and below it what can be done. */
export function DraftFoot({ problem, ...actions }: Props & { problem: string }) {
  const foot = useRef<HTMLElement>(null);
  useFocusStays(foot, foot);
  return (
    <section
      ref={foot}
      tabIndex={-1}
      aria-label="What can be done"
      className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 hidden border-t border-line bg-paper px-4 py-3 has-[button,p,section,[role=alert]]:block sm:-mx-6 sm:px-6 lg:bottom-0"
    >
      {problem ? (
        <div className="mb-2">
          <Notice tone="late" role="alert">
            {problem}
          </Notice>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <DraftActions {...actions} />
      </div>
    </section>
  );
}

/** What can be done with the draft now: one primary button, and the rest beside it. */
function DraftActions({ hand, verbs, onAskChanges, onBegun }: Props) {
  const { draft } = hand;
  const { clientShort, role } = useDesk();
  const { can, sending, state, way } = draft;
  const { may, isBusy } = verbs;
  if (state === "sent")
    return isOpen({ state: draft.task.state, mergedIntoId: null }) ? (
      <BeginAnother taskId={draft.task.id} onBegun={onBegun} />
    ) : null;
  if (sending) return <SendingPart hand={hand} sending={sending} onCallBack={verbs.callBack} />;
  return (
    <>
      {state === "approved" && way === "elsewhere" ? <CopyAndOpen hand={hand} /> : null}
      {may.approve ? (
        <Button variant="primary" shortcut="Ctrl ⏎" busy={isBusy} onClick={() => void verbs.approve()}>
          {draft.takesKept
            ? "Approve & send over protected time"
            : way === "mail"
              ? "Approve & send"
              : "Approve"}
        </Button>
      ) : null}
      {may.submit ? (
        <Button variant="primary" shortcut="Ctrl ⏎" busy={isBusy} onClick={() => void verbs.submit()}>
          Submit to {clientShort}
        </Button>
      ) : null}
      {can.release ? (
        <Button shortcut="S" busy={isBusy} onClick={verbs.release}>
          Send
        </Button>
      ) : null}
      {can.askChanges ? (
        <Button shortcut="A" onClick={onAskChanges}>
          Ask for changes
        </Button>
      ) : null}
      {can.takeBack && role !== "client" ? (
        <Button shortcut="B" busy={isBusy} onClick={verbs.takeBack}>
          Take back
        </Button>
      ) : null}
      {can.callBack ? (
        <Button variant="quiet" shortcut="Z" busy={isBusy} onClick={verbs.callBack}>
          Undo the approval
        </Button>
      ) : null}
    </>
  );
}
