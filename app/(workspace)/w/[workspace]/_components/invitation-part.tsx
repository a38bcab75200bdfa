"use client";

import { type ReactNode, useState } from "react";
import { type GiveAnswer, useAnswer } from "@/app/(workspace)/w/[workspace]/_components/use-answer";
import { useJustCome } from "@/app/(workspace)/w/[workspace]/_components/use-just-come";
import { AnswerForm } from "@/components/calendar/answer-form";
import { AnswerState } from "@/components/calendar/answer-state";
import { whatIsAsked } from "@/components/calendar/answer-words";
import { InvitationFacts } from "@/components/calendar/invitation-facts";
import { PartSheet } from "@/components/calendar/part-sheet";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import type { AnswerKind } from "@/lib/domain/calendar/answer";
import { isOpen } from "@/lib/domain/task/task";
import type { TaskDetail } from "@/lib/domain/task/view";

type Props = {
  task: Pick<TaskDetail, "id" | "state" | "mergedIntoId" | "tag">;
  /** Other hands than the page's own: those of the pile. */
  give?: GiveAnswer;
  /** What it stands on has only just come: no answer was meant for it. */
  justCome?: boolean;
  /** On the card, where it is the one thing to decide: large, and by Y, N and M. */
  isLarge?: boolean;
  /** What stands here where there is no entry any more. */
  otherwise?: ReactNode;
};

/** An invitation on its task: what it asks, what is in its way, and the answer to it. Nothing for a task that asks about no entry. */
export function InvitationPart({ task, give, justCome = false, isLarge = false, otherwise = null }: Props) {
  const desk = useDesk();
  const { invitation, isGone, typed, type, isBusy, problem, kept, goOn, send, act } = useAnswer(
    task.id,
    give,
  );
  // Another time that comes in under the finger was not read by whoever says yes.
  const isUnread = useJustCome(invitation === null ? "" : whatIsAsked(invitation)) || justCome;
  const [isChanging, setChanging] = useState(false);
  const [copied, setCopied] = useState("");

  const draft = invitation?.draft ?? null;
  const isOut = draft !== null && ["approved", "released"].includes(draft.state);
  // What waits is not asked anew: to the assistant it is given, and on the card it is approved below.
  const waits = draft?.state === "submitted" && (desk.role !== "client" || isLarge);
  const canAnswer =
    invitation !== null &&
    isOpen(task) &&
    !invitation.isCancelled &&
    invitation.whyNotSend === "" &&
    !isOut &&
    (invitation.can.send || invitation.can.prepare);
  const isAsked = canAnswer && (!waits || isChanging);
  const answer = (said: AnswerKind) => {
    if (isUnread) return;
    setChanging(false);
    void send(said);
  };
  useKeys(isAsked && isLarge && kept === null, {
    y: () => answer("accepted"),
    m: () => answer("tentative"),
    n: () => answer("declined"),
  });
  if (invitation === null) return isGone ? otherwise : null;

  async function copy(text: string): Promise<void> {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ? "Copied. Paste it wherever you write." : "Your browser did not let it be copied.");
  }

  return (
    <PartSheet title="Invitation" isBare={isLarge}>
      <InvitationFacts invitation={invitation} />
      <AnswerState
        taskId={task.id}
        draft={isOpen(task) ? draft : null}
        isBusy={isBusy}
        onAct={(path, input) => void act(path, input)}
      />
      {isAsked ? (
        <AnswerForm
          invitation={invitation}
          typed={typed}
          onType={type}
          isBusy={isBusy || isUnread}
          kept={kept}
          onAnswer={answer}
          onKept={(yes) => isUnread || goOn(yes)}
          onCopy={() => void copy(invitation.slotText)}
          isLarge={isLarge}
          mustBeYou={task.tag === "must-be-you"}
        />
      ) : null}
      {canAnswer && !isAsked ? (
        <Button className="self-start" onClick={() => setChanging(true)}>
          Another answer
        </Button>
      ) : null}
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      {isOpen(task) && invitation.whyNotSend && !invitation.isCancelled ? (
        <WhyNot says={invitation.whyNotSend} hasAccount={invitation.accounts.length > 0} />
      ) : null}
      <p role="status" className="text-[0.8125rem] text-muted empty:hidden">
        {copied}
      </p>
    </PartSheet>
  );
}

/** Why it is not answered from here, and where that can be changed. */
function WhyNot({ says, hasAccount }: { says: string; hasAccount: boolean }) {
  const { slug, role, clientShort } = useDesk();
  return (
    <Notice role="note">
      {says}{" "}
      {hasAccount ? null : role === "client" ? (
        <Link href={`/w/${slug}/settings/accounts`} className="underline underline-offset-2">
          Accounts
        </Link>
      ) : (
        `Only ${clientShort} can do that.`
      )}
    </Notice>
  );
}
