import { sayDay } from "@/components/calendar/agenda";
import { Chip } from "@/components/calendar/chip";
import { isGround } from "@/components/calendar/grid-entry";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

type Props = { entries: readonly CalendarEntry[]; locale: string; onOpen: (entry: CalendarEntry) => void };

/** Kept and busy hours lie behind the others, out of reach of the keyboard: here they are as a list, shown to whoever comes by with it. */
export function KeptList({ entries, locale, onOpen }: Props) {
  const hours = entries.filter((entry) => isGround(entry) && entry.time !== null);
  if (hours.length === 0) return null;
  return (
    <ul aria-label="Kept time" className="sr-only flex flex-wrap gap-1.5 focus-within:not-sr-only">
      {hours.map((entry) => (
        <li key={entry.key}>
          <button type="button" data-entry={entry.key} onClick={() => onOpen(entry)}>
            <Chip entry={entry} day={sayDay(entry.firstDay, locale)} />
          </button>
        </li>
      ))}
    </ul>
  );
}
