"use client";

import { useState } from "react";
import { type TypedTime, typedSlot } from "@/components/calendar/propose-words";
import { TextInput } from "@/components/ui/field";
import { useDesk } from "@/components/workspace/desk-context";
import type { InvitationView } from "@/lib/domain/calendar/answer";
import type { Slot } from "@/lib/domain/calendar/conflicts";
import { cityOf } from "@/lib/domain/calendar/zone-day";

type Props = {
  invitation: Pick<InvitationView, "startsAt" | "endsAt" | "allDay" | "proposal" | "slots">;
  onChoose: (slot: Slot | null) => void;
};

/** A time of one's own to propose, typed on the wall of the desk. It lasts as long as what was asked. */
export function AnswerTime({ invitation, onChoose }: Props) {
  const desk = useDesk();
  const [typed, setTyped] = useState<TypedTime>({ day: "", time: "" });
  // As it was when it was opened: it does not close under the hand when free times come in.
  const [isOpen] = useState(invitation.slots.length === 0);
  function type(part: Partial<TypedTime>): void {
    const next = { ...typed, ...part };
    setTyped(next);
    onChoose(typedSlot(next, invitation, desk.zone));
  }
  return (
    <details open={isOpen}>
      <summary className="cursor-pointer text-[0.8125rem] text-muted pointer-coarse:min-h-11 pointer-coarse:content-center">
        Another time of your own
      </summary>
      <div className="mt-1 grid grid-cols-[minmax(0,1fr)_8.25rem] items-end gap-3">
        <TextInput
          label="Day to propose"
          type="date"
          value={typed.day}
          className={invitation.allDay ? "col-span-2" : ""}
          onChange={(event) => type({ day: event.target.value })}
        />
        {invitation.allDay ? null : (
          <TextInput
            label={`At, in ${cityOf(desk.zone)}`}
            type="time"
            value={typed.time}
            onChange={(event) => type({ time: event.target.value })}
          />
        )}
      </div>
    </details>
  );
}
