import { Chip } from "@/components/calendar/chip";
import { kindWords } from "@/components/tasks/words";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import type { CalendarEntry, CalendarView } from "@/lib/domain/calendar/view";
import { addDays } from "@/lib/domain/calendar/zone-day";

type Props = { view: CalendarView; locale: string; onOpen: (entry: CalendarEntry) => void };

/** The same days as a list, only those on which something is. */
export function Agenda({ view, locale, onOpen }: Props) {
  const days = groupByDay(view);
  if (days.length === 0)
    return (
      <EmptyState title="Nothing in these four weeks.">
        Due tasks, entries, birthdays and protected time appear here by themselves.
      </EmptyState>
    );
  return (
    <ol className="flex flex-col gap-6">
      {days.map(([day, entries]) => (
        <li key={day} className="break-inside-avoid">
          <h2 className="mb-1.5 flex items-center gap-2 text-[0.8125rem] font-semibold">
            {day === view.today ? (
              <span className="rounded-full bg-ink-fill px-2 py-0.5 text-on-ink">Today</span>
            ) : null}
            {sayDay(day, locale)}
          </h2>
          <ul className="divide-y divide-line rounded-sheet border border-line bg-sheet">
            {entries.map((entry) => (
              <li key={entry.key}>
                <Row entry={entry} locale={locale} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Row({ entry, locale, onOpen }: { entry: CalendarEntry; locale: string; onOpen: Props["onOpen"] }) {
  const aside = asideOf(entry, locale);
  return (
    <button
      type="button"
      data-entry={entry.key}
      data-prints
      onClick={() => onOpen(entry)}
      className="grid min-h-11 w-full grid-cols-[3.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 px-3 py-2 text-start hover:bg-sunken/50 focus-visible:outline-offset-[-2px] sm:grid-cols-[6.5rem_minmax(0,1fr)_auto]"
    >
      <span aria-hidden="true" className="text-[0.8125rem] text-muted tabular-nums">
        {entry.time ?? (entry.type === "task" ? "Due" : "All day")}
        {entry.endTime ? <span className="max-sm:hidden">–{entry.endTime}</span> : null}
      </span>
      <span className="min-w-0 justify-self-start">
        <Chip entry={entry} wraps withoutTime />
      </span>
      <span
        className={cx("col-start-2 text-[0.8125rem] text-muted sm:col-start-3", !aside && "max-sm:hidden")}
      >
        {aside}
      </span>
    </button>
  );
}

function asideOf(entry: CalendarEntry, locale: string): string {
  const until = entry.lastDay > entry.firstDay ? `until ${sayDay(entry.lastDay, locale)}` : "";
  if (entry.type === "event") return [until, entry.place].filter(Boolean).join(" · ");
  if (entry.type === "task") return [kindWords[entry.kind], until].filter(Boolean).join(" · ");
  if (entry.type !== "day") return until;
  return entry.kind === "birthday" ? "Birthday" : "";
}

/** "Sunday 6 December" */
export function sayDay(day: string, locale: string, withYear = false): string {
  const year = withYear ? ({ year: "numeric" } as const) : {};
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    ...year,
  })
    .format(Date.parse(`${day}T00:00:00Z`))
    .replace(",", "");
}

/** Something that lasts is listed once: on its first day, or on the first that is shown. */
function groupByDay(view: CalendarView): [string, CalendarEntry[]][] {
  const days = new Map<string, CalendarEntry[]>();
  for (const entry of view.entries) {
    const began = entry.firstDay < view.from;
    const day = began ? view.from : entry.firstDay;
    if (day < view.to && entry.lastDay >= view.from) days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A view cut down to a shorter stretch of the same days. */
export function within(view: CalendarView, from: string, to: string): CalendarView {
  const entries = view.entries.filter((entry) => entry.lastDay >= from && entry.firstDay <= addDays(to, -1));
  return { ...view, from, to, entries };
}
