"use client";

import { useId } from "react";
import { rangeText } from "@/components/calendar/conflict-words";
import { thereWords } from "@/components/calendar/event-words";
import { KeptAsk } from "@/components/calendar/kept-ask";
import { Button } from "@/components/ui/button";
import { controlClass, Field, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { AnswerKind, InvitationView } from "@/lib/domain/calendar/answer";
import type { Slot } from "@/lib/domain/calendar/conflicts";
import { cityOf } from "@/lib/domain/calendar/zone-day";

/** What is typed and chosen before an answer is given. */
export type AnswerTyped = { words: string; accountId: string | null; slot: Slot | null };

type Props = {
  invitation: InvitationView;
  typed: AnswerTyped;
  onType: (change: Partial<AnswerTyped>) => void;
  isBusy: boolean;
  problem: string | null;
  /** What keeps the time, while the client is asked whether they know; null otherwise. */
  kept: readonly string[] | null;
  onAnswer: (answer: AnswerKind) => void;
  onKept: (goOn: boolean) => void;
  onCopy: () => void;
  /** Large buttons, for a phone's one decision. */
  isLarge?: boolean;
};

const plain: readonly [AnswerKind, string][] = [
  ["accepted", "Yes"],
  ["tentative", "Perhaps"],
  ["declined", "No"],
];

/** Yes, perhaps, no, or another time; with a note to the organiser, and who sends it said before it is sent. */
export function AnswerForm(props: Props) {
  const { invitation, typed, onType, isBusy, problem, kept, onAnswer, onKept, isLarge = false } = props;
  const desk = useDesk();
  const size = isLarge ? "lg" : "md";
  return (
    <div className="flex flex-col gap-3">
      {invitation.slots.length > 0 ? <Slots {...props} /> : null}
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
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      {kept ? (
        <KeptAsk
          kept={kept}
          desk={desk}
          isBusy={isBusy}
          onYes={() => onKept(true)}
          onNo={() => onKept(false)}
        />
      ) : (
        <fieldset className="grid grid-cols-[repeat(auto-fit,minmax(6.5rem,1fr))] gap-2">
          <legend className="sr-only">Your answer</legend>
          {typed.slot ? (
            <Button size={size} aria-disabled={isBusy} onClick={() => onAnswer("counter")}>
              Propose {rangeText(typed.slot, desk)}
            </Button>
          ) : null}
          {plain.map(([answer, label]) => (
            <Button key={answer} size={size} aria-disabled={isBusy} onClick={() => onAnswer(answer)}>
              <span className={desk.role === "client" ? "text-ink" : ""}>{label}</span>
            </Button>
          ))}
        </fieldset>
      )}
      <p className="text-[0.8125rem] text-muted">{howItGoes(invitation, typed, desk)}</p>
    </div>
  );
}

function Slots({ invitation, typed, onType, onCopy }: Props) {
  const desk = useDesk();
  const { zone, slots } = invitation;
  const other = zone !== null && zone !== desk.zone ? zone : null;
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="mb-1 text-[0.8125rem] text-muted">Free instead, to propose:</legend>
      {slots.map((slot) => {
        const isChosen = typed.slot?.startsAt === slot.startsAt;
        return (
          <Button
            key={slot.startsAt}
            size="sm"
            aria-pressed={isChosen}
            className={isChosen ? "border-text! bg-sunken" : ""}
            onClick={() => onType({ slot: isChosen ? null : slot })}
          >
            <span className="tabular-nums">
              {rangeText(slot, desk)}
              {other ? (
                <span className="ms-1.5 font-normal text-muted">
                  ({thereWords(slot, { zone: other, locale: desk.locale }, desk.zone)} in {cityOf(other)})
                </span>
              ) : null}
            </span>
          </Button>
        );
      })}
      <Button size="sm" variant="quiet" onClick={onCopy}>
        Copy as text
      </Button>
    </fieldset>
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

/** Who sends it, and when: said before the button is pressed. */
function howItGoes(
  { can, accounts }: InvitationView,
  { words, accountId }: AnswerTyped,
  desk: { role: string; clientShort: string },
): string {
  if (desk.role === "client") return "It leaves after 30 seconds; until then you can undo it.";
  const account = accounts.find((one) => one.id === accountId) ?? accounts[0];
  const mayGo = can.send && account?.assistantsAnswer === true && words.trim() === "";
  return mayGo
    ? `It leaves after 30 seconds and says that you answer for ${desk.clientShort}.`
    : `It waits for ${desk.clientShort}, who sends it.`;
}
