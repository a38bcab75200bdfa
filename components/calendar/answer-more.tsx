"use client";

import { useId } from "react";
import type { AnswerTyped } from "@/components/calendar/answer-form";
import { AnswerSlots } from "@/components/calendar/answer-slots";
import { AnswerTime } from "@/components/calendar/answer-time";
import { noneFreeWords } from "@/components/calendar/propose-words";
import { controlClass, Field, TextArea } from "@/components/ui/field";
import { useDesk } from "@/components/workspace/desk-context";
import type { InvitationView } from "@/lib/domain/calendar/answer";
import type { Slot } from "@/lib/domain/calendar/conflicts";

type Props = {
  invitation: InvitationView;
  typed: AnswerTyped;
  onType: (change: Partial<AnswerTyped>) => void;
  onCopy: () => void;
};

/** Another time to propose, a note, and from where it leaves. */
export function AnswerMore(props: Props) {
  const { invitation, typed, onType, onCopy } = props;
  const desk = useDesk();
  const choose = (slot: Slot | null) => onType({ slot });
  return (
    <>
      {invitation.slots.length > 0 ? (
        <AnswerSlots invitation={invitation} chosen={typed.slot} onChoose={choose} onCopy={onCopy} />
      ) : (
        <p className="text-[0.8125rem] text-muted">{noneFreeWords(invitation)}</p>
      )}
      <AnswerTime invitation={invitation} onChoose={choose} />
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
    </>
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
