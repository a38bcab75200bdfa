import { calendarKindText, calendarStateText, calendarWaitsText } from "@/components/calendar/source-words";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { CalendarSource } from "@/lib/domain/calendar/source";

type Props = { calendars: CalendarSource[]; base: string; now: number; isClients: boolean };

/** The calendars that are read from elsewhere, each with how it stands. Only the client opens one. `now` in milliseconds. */
export function CalendarList({ calendars, base, now, isClients }: Props) {
  return (
    <ul className="rounded-sheet border border-line bg-sheet">
      {calendars.map((calendar) => (
        <li key={calendar.id} className="border-b border-line last:border-b-0">
          {isClients ? (
            <Link
              href={`${base}/${calendar.id}`}
              className="flex min-h-14 flex-col gap-0.5 px-4 py-3 hover:bg-sunken/50"
            >
              <Line calendar={calendar} now={now} />
            </Link>
          ) : (
            <div className="flex min-h-14 flex-col gap-0.5 px-4 py-3">
              <Line calendar={calendar} now={now} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Line({ calendar, now }: { calendar: CalendarSource; now: number }) {
  const waits = calendarWaitsText(calendar);
  return (
    <>
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <bdi className="font-medium wrap-anywhere">{calendar.name}</bdi>
        {waits ? <span className="text-[0.8125rem] text-late">{waits}</span> : null}
      </span>
      <span
        className={cx(
          "text-[0.8125rem] wrap-anywhere",
          calendar.state === "failing" ? "text-late" : "text-muted",
        )}
      >
        {calendarStateText(calendar, now)}
      </span>
      <span className="text-[0.8125rem] text-muted wrap-anywhere">{calendarKindText(calendar)}</span>
    </>
  );
}
