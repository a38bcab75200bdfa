"use client";

import { useState } from "react";
import { AnswerMore } from "@/components/calendar/answer-more";
import { answerLabels, howItGoes } from "@/components/calendar/answer-words";
import { KeptAsk } from "@/components/calendar/kept-ask";
import { onlyForWords, slotWords } from "@/components/calendar/propose-words";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workspace/desk-context";
import type { AnswerKind, InvitationView } from "@/lib/domain/calendar/answer";
import type { Slot } from "@/lib/domain/calendar/conflicts";

/** What is typed and chosen before an answer is given. */
export type AnswerTyped = { words: string; accountId: string | null; slot: Slot | null };

type Props = {
  invitation: InvitationView;
  typed: AnswerTyped;
  onType: (change: Partial<AnswerTyped>) => void;
  isBusy: boolean;
  /** What keeps the time, while the client is asked whether they know; null otherwise. */
  kept: readonly string[] | null;
  onAnswer: (answer: AnswerKind) => void;
  onKept: (goOn: boolean) => void;
  onCopy: () => void;
  /** Large buttons with their keys, for a card's one decision. */
  isLarge: boolean;
  mustBeYou: boolean;
};

/** Without another time; on the card by their keys, as a question is answered. */
const plain: readonly [AnswerKind, string][] = [
  ["accepted", "Y"],
  ["tentative", "M"],
  ["declined", "N"],
];

/**
 * Yes, maybe, no, or another time; with a note to the organiser, and who sends it said before it is sent. On a card the three come
 * first, under the thumb; the rest is there for whoever wants it.
 */
export function AnswerForm(props: Props) {
  const { invitation, typed, isLarge, mustBeYou } = props;
  const desk = useDesk();
  // As it was when it was opened: it does not close under the hand that empties it.
  const [hasNote] = useState(typed.words !== "");
  const going = (
    <p className="text-[0.8125rem] text-muted">{howItGoes(invitation, typed, { ...desk, mustBeYou })}</p>
  );
  if (!isLarge)
    return (
      <div className="flex flex-col gap-3">
        <AnswerMore {...props} />
        <Answers {...props} />
        {going}
      </div>
    );
  return (
    <div className="flex flex-col gap-3">
      <Answers {...props} />
      {going}
      <details open={hasNote}>
        <summary className="cursor-pointer text-base text-muted pointer-coarse:min-h-11 pointer-coarse:content-center">
          Another time, or a note
        </summary>
        <div className="mt-2 flex flex-col gap-3">
          <AnswerMore {...props} />
        </div>
      </details>
    </div>
  );
}

/** The answers, or the question whether time that is kept may be promised. */
function Answers({ invitation, typed, isBusy, kept, onAnswer, onKept, isLarge }: Props) {
  const desk = useDesk();
  const size = isLarge ? "lg" : "md";
  if (kept)
    return (
      <KeptAsk
        kept={kept}
        desk={desk}
        isBusy={isBusy}
        onYes={() => onKept(true)}
        onNo={() => onKept(false)}
      />
    );
  return (
    <fieldset className="grid grid-cols-3 gap-2">
      <legend className="sr-only">Your answer</legend>
      {typed.slot ? (
        <div className="col-span-full flex flex-col gap-1">
          <Button size={size} aria-disabled={isBusy} onClick={() => onAnswer("counter")}>
            Propose {slotWords(typed.slot, invitation, desk)}
          </Button>
          <p className="text-[0.8125rem] text-muted empty:hidden">{onlyForWords(invitation, desk)}</p>
        </div>
      ) : null}
      {plain.map(([answer, key]) => (
        <Button
          key={answer}
          size={size}
          shortcut={isLarge ? key : undefined}
          className="px-2!"
          aria-disabled={isBusy}
          onClick={() => onAnswer(answer)}
        >
          <span className={desk.role === "client" ? "text-ink" : ""}>{answerLabels[answer]}</span>
        </Button>
      ))}
    </fieldset>
  );
}
