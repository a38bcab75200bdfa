"use client";

import { useState } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useInvitation } from "@/app/(workspace)/w/[workspace]/_components/use-invitation";
import { useKept } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { AnswerForm, type AnswerTyped } from "@/components/calendar/answer-form";
import { AnswerState } from "@/components/calendar/answer-state";
import { InvitationFacts } from "@/components/calendar/invitation-facts";
import { Notice } from "@/components/ui/notice";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import type { AnswerKind } from "@/lib/domain/calendar/answer";
import { isOpen } from "@/lib/domain/task/task";
import type { TaskDetail } from "@/lib/domain/task/view";

/** How an answer is given: what the card of “For you” does with it is its own way. Null: it was refused, and `kept` says by what. */
export type GiveAnswer = (
  answer: AnswerKind,
  typed: AnswerTyped & { overProtected: boolean },
) => Promise<{ says: string; kept: readonly string[] | null } | null>;

type Props = {
  task: Pick<TaskDetail, "id" | "state" | "mergedIntoId" | "title">;
  /** Other hands than the page's own: those of the pile. */
  give?: GiveAnswer;
  isLarge?: boolean;
};

/** An invitation on its task: what it asks, what is in its way, and the answer to it. Nothing for a task that asks about no entry. */
export function InvitationPart({ task, give, isLarge }: Props) {
  const desk = useDesk();
  const { invitation, read } = useInvitation(desk.slug, task.id);
  const [words, setWords] = useKept(`firsthand:answer:${desk.slug}:${task.id}`);
  const [chosen, setChosen] = useState<Omit<AnswerTyped, "words">>({ accountId: null, slot: null });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [kept, setKept] = useState<{ answer: AnswerKind; by: readonly string[] } | null>(null);
  const [copied, setCopied] = useState("");
  if (invitation === null) return null;

  const own: GiveAnswer = async (answer, typed) => {
    const given = await calendarApi(desk.slug).answer(task.id, { answer, ...typed });
    if (given.ok) return null;
    const { refusal, sentence } = given.problem;
    return { says: sentence, kept: refusal?.code === "protected" ? refusal.kept : null };
  };

  async function send(answer: AnswerKind, overProtected: boolean): Promise<void> {
    setBusy(true);
    setProblem(null);
    const slot = answer === "counter" ? chosen.slot : null;
    const no = await (give ?? own)(answer, { ...chosen, words, slot, overProtected });
    setBusy(false);
    setKept(no?.kept ? { answer, by: no.kept } : null);
    setProblem(no && !no.kept ? no.says : null);
    if (no === null) setWords("");
    await read();
  }

  async function undo(draftId: string): Promise<void> {
    setBusy(true);
    const answer = await post(`/api/v1/w/${desk.slug}/drafts/${draftId}/undo`, {});
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.sentence);
    await read();
  }

  async function copy(text: string): Promise<void> {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ? "Copied. Paste it wherever you write." : "Your browser did not let it be copied.");
  }

  const { draft } = invitation;
  const isOnItsWay = draft !== null && ["submitted", "approved", "released"].includes(draft.state);
  const canAnswer = isOpen(task) && !invitation.isCancelled && invitation.whyNotSend === "";
  return (
    <Sheet aria-label="Invitation">
      <SheetHeader title="Invitation" />
      <div className="flex flex-col gap-3">
        <InvitationFacts invitation={invitation} />
        {draft && isOnItsWay && isOpen(task) ? (
          <AnswerState taskId={task.id} draft={draft} isBusy={isBusy} onUndo={() => void undo(draft.id)} />
        ) : null}
        {canAnswer &&
        (!isOnItsWay || draft?.state === "submitted") &&
        (invitation.can.send || invitation.can.prepare) ? (
          <AnswerForm
            invitation={invitation}
            typed={{ ...chosen, words }}
            onType={({ words: next, ...change }) => {
              if (next !== undefined) setWords(next);
              setChosen((now) => ({ ...now, ...change }));
            }}
            isBusy={isBusy}
            problem={problem}
            kept={kept?.by ?? null}
            onAnswer={(answer) => void send(answer, false)}
            onKept={(goOn) => (goOn && kept ? void send(kept.answer, true) : setKept(null))}
            onCopy={() => void copy(invitation.slotText)}
            isLarge={isLarge}
          />
        ) : null}
        {isOpen(task) && invitation.whyNotSend && !invitation.isCancelled ? (
          <Notice role="note">{invitation.whyNotSend}</Notice>
        ) : null}
        <p role="status" className="text-[0.8125rem] text-muted empty:hidden">
          {copied}
        </p>
      </div>
    </Sheet>
  );
}
