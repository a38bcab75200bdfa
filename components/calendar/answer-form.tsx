"use client";

import { useId } from "react";
import { AnswerSlots } from "@/components/calendar/answer-slots";
import { answerLabels, howItGoes } from "@/components/calendar/answer-words";
import { rangeText } from "@/components/calendar/conflict-words";
import { KeptAsk } from "@/components/calendar/kept-ask";
import { Button } from "@/components/ui/button";
import { controlClass, Field, TextArea } from "@/components/ui/field";
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

/** Yes, maybe, no, or another time; with a note to the organiser, and who sends it said before it is sent. */
export function AnswerForm(props: Props) {
  const { invitation, typed, onType, isBusy, kept, onAnswer, onKept, onCopy, isLarge, mustBeYou } = props;
  const desk = useDesk();
  const size = isLarge ? "lg" : "md";
  return (
    <div className="flex flex-col gap-3">
      {invitation.slots.length > 0 ? (
        <AnswerSlots
          invitation={invitation}
          chosen={typed.slot}
          onChoose={(slot) => onType({ slot })}
          onCopy={onCopy}
        />
      ) : null}
      <TextArea
        label="A note with it"
        hint={
          desk.role === "client"
            ? "Not needed. It goes to whoever asks."
            : `Not needed. With a note, ${desk.clientShort} sees it first.`
        }
        rows={2}
        value={typed.words}
        onChange={(event) => onType({ words: event.target.value })}
      />
      {invitation.accounts.length > 1 ? <From {...props} /> : null}
      {kept ? (
        <KeptAsk
          kept={kept}
          desk={desk}
          isBusy={isBusy}
          onYes={() => onKept(true)}
          onNo={() => onKept(false)}
        />
      ) : (
        <fieldset className="grid grid-cols-3 gap-2">
          <legend className="sr-only">Your answer</legend>
          {typed.slot ? (
            <Button
              size={size}
              className="col-span-full"
              aria-disabled={isBusy}
              onClick={() => onAnswer("counter")}
            >
              Propose {rangeText(typed.slot, desk)}
            </Button>
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
      )}
      <p className="text-[0.8125rem] text-muted">{howItGoes(invitation, typed, { ...desk, mustBeYou })}</p>
    </div>
  );
}

function From({ invitation, typed, onType }: Props) {
  const id = useId();
  return (
    <Field label="From" id={id}>
      {(wiring) => (
        <select
          {...wiring}
          className={controlClass}
          value={typed.accountId ?? invitation.accounts[0]?.id ?? ""}
          onChange={(event) => onType({ accountId: event.target.value })}
        >
          {invitation.accounts.map((account) => (
            <option key={account.id} value={account.id}>
              {account.name} · {account.address}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
