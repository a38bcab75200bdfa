import { rangeText, sayConflict } from "@/components/calendar/conflict-words";
import { thereWords } from "@/components/calendar/event-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { Slot, TimeCheck } from "@/lib/domain/calendar/conflicts";
import { cityOf } from "@/lib/domain/calendar/zone-day";

type Props = {
  /** What was found last; it stays while the next is awaited, so that nothing flickers under the hand. */
  found: TimeCheck | null;
  /** Why it could not be looked at, "" where it could. */
  problem: string;
  /** The time that is typed goes over several days. */
  isLong: boolean;
  /** Only one time of several is looked at here. */
  isRepeating: boolean;
  /** The zone in which the times are typed, where it is not the desk's. */
  otherZone: string | null;
  onTake: (slot: Slot) => void;
};

/** What stands in the way of the time that is typed, and where there is room instead. */
export function TimeHints({ found, problem, isLong, isRepeating, otherZone, onTake }: Props) {
  const desk = useDesk();
  const conflicts = found?.conflicts ?? [];
  // Two that say the same are one to whoever reads.
  const inTheWay = [
    ...new Set(conflicts.map((conflict) => sayConflict(conflict, desk, desk.clientShort, { isLong }))),
  ];
  return (
    <section aria-label="What is in the way" aria-live="polite" className="flex flex-col gap-2 empty:hidden">
      {problem ? <p className="text-[0.8125rem] text-muted">{problem}</p> : null}
      {conflicts.length > 0 ? (
        <Notice tone="late">
          <ul className="flex flex-col gap-0.5">
            {inTheWay.map((sentence) => (
              <li key={sentence} className="wrap-anywhere">
                {sentence}.
              </li>
            ))}
          </ul>
          {isRepeating ? <p className="mt-1 text-text">Only this time is looked at here.</p> : null}
        </Notice>
      ) : null}
      {found && conflicts.length > 0 && found.slots.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="text-[0.8125rem] text-muted">Free instead:</span>
          {found.slots.map((slot) => (
            <Button key={slot.startsAt} size="sm" onClick={() => onTake(slot)}>
              <span className="tabular-nums">
                {rangeText(slot, desk)}
                {otherZone ? (
                  <span className="ms-1.5 font-normal text-muted">
                    ({thereWords(slot, { zone: otherZone, locale: desk.locale }, desk.zone)} in{" "}
                    {cityOf(otherZone)})
                  </span>
                ) : null}
              </span>
            </Button>
          ))}
        </div>
      ) : null}
      {found && conflicts.length === 0 ? (
        <p className="text-[0.8125rem] text-muted">
          Nothing is in the way{isRepeating ? " of this time" : ""}.
        </p>
      ) : null}
    </section>
  );
}
