"use client";

import { CopyAndOpen } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/copy-and-open";
import { SendingPart } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/sending-part";
import type { DraftHand } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-draft";
import type { Verbs } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-verbs";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workspace/desk-context";

type Props = { hand: DraftHand; verbs: Verbs; onAskChanges: () => void };

/** What can be done with the draft now: one primary button, and the rest beside it. */
export function DraftActions({ hand, verbs, onAskChanges }: Props) {
  const { draft } = hand;
  const { clientShort, role } = useDesk();
  const { can, sending, state, way } = draft;
  const { may, isBusy } = verbs;
  if (sending && state !== "sent") return <SendingPart hand={hand} sending={sending} />;
  return (
    <>
      {state === "approved" && way === "elsewhere" ? <CopyAndOpen hand={hand} /> : null}
      {may.approve ? (
        <Button variant="primary" shortcut="Ctrl ⏎" busy={isBusy} onClick={() => void verbs.approve()}>
          {way === "mail" ? "Approve & send" : "Approve"}
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
