import { rangeText } from "@/components/calendar/conflict-words";
import { thereWords } from "@/components/calendar/event-words";
import { freeWords } from "@/components/calendar/propose-words";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workspace/desk-context";
import type { InvitationView } from "@/lib/domain/calendar/answer";
import type { Slot } from "@/lib/domain/calendar/conflicts";
import { cityOf } from "@/lib/domain/calendar/zone-day";

type Props = {
  invitation: Pick<InvitationView, "zone" | "slots" | "proposal" | "allDay">;
  chosen: Slot | null;
  onChoose: (slot: Slot | null) => void;
  onCopy: () => void;
};

/** Three free times instead, on both walls: one is chosen to be proposed, or all are copied as text. */
export function AnswerSlots({ invitation, chosen, onChoose, onCopy }: Props) {
  const desk = useDesk();
  const { zone, slots } = invitation;
  const other = zone !== null && zone !== desk.zone ? zone : null;
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="mb-1 text-[0.8125rem] text-muted">{freeWords(invitation, desk)}</legend>
      {slots.map((slot) => {
        const isChosen = chosen?.startsAt === slot.startsAt;
        return (
          <Button
            key={slot.startsAt}
            size="sm"
            aria-pressed={isChosen}
            className={isChosen ? "border-text! bg-sunken" : ""}
            onClick={() => onChoose(isChosen ? null : slot)}
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
