import { cx } from "@/components/ui/cx";
import { addDays, weekdayOf } from "@/lib/domain/calendar/zone-day";

type Props = {
  /** Monday 0 … Sunday 6, beside the weekday of the first time. */
  chosen: number[];
  /** The day of the first time, "YYYY-MM-DD". */
  first: string;
  locale: string;
  onChange: (weekdays: number[]) => void;
};

const toggleClass = "min-h-9 min-w-11 rounded-lg border px-2 text-[0.8125rem] pointer-coarse:min-h-11";

/** On which days of a week; the first time's own is always one of them. */
export function WeekdayToggles({ chosen, first, locale, onChange }: Props) {
  const own = weekdayOf(first) - 1;
  const monday = addDays(first, -own);
  return (
    <fieldset>
      <legend className="mb-1 text-[0.8125rem] font-medium">On</legend>
      <div className="flex flex-wrap gap-1">
        {[0, 1, 2, 3, 4, 5, 6].map((weekday) => {
          const isOwn = weekday === own;
          const isOn = isOwn || chosen.includes(weekday);
          const day = addDays(monday, weekday);
          return (
            <button
              key={weekday}
              type="button"
              aria-pressed={isOn}
              aria-disabled={isOwn || undefined}
              aria-label={sayWeekday(day, locale, "long")}
              title={isOwn ? "The first time is on this day" : undefined}
              onClick={() =>
                isOwn ||
                onChange(isOn ? chosen.filter((one) => one !== weekday) : [...chosen, weekday].sort())
              }
              className={cx(
                toggleClass,
                isOn
                  ? "border-text bg-sunken font-semibold"
                  : "border-line bg-sheet text-muted hover:text-text",
              )}
            >
              {sayWeekday(day, locale, "short")}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

/** "Mon" or "Monday", for a day "YYYY-MM-DD". */
export function sayWeekday(day: string, locale: string, weekday: "short" | "long"): string {
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday }).format(Date.parse(`${day}T00:00:00Z`));
}
