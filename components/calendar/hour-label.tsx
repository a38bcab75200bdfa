import { memo } from "react";
import { cx } from "@/components/ui/cx";
import { aheadWords, hoursThere } from "@/lib/domain/calendar/other-zone";
import { cityOf } from "@/lib/domain/calendar/zone-day";

type Props = {
  time: string;
  days: readonly string[];
  zone: string;
  otherZone: string | null;
  locale: string;
};

/** The hour of a line, and beside it what a clock in the other zone shows then; twice where a clock changes within these days. */
export const HourLabel = memo(function HourLabel({ time, days, zone, otherZone, locale }: Props) {
  if (!otherZone) return <span>{time}</span>;
  return (
    <span className="flex items-start gap-1.5 text-start">
      <span className={columns.own}>{time}</span>
      <span className={columns.other}>
        {hoursThere(time, days, zone, otherZone).map((hour, at) => (
          <span
            key={hour.from}
            className="flex items-baseline gap-x-1 leading-4 whitespace-nowrap max-lg:flex-wrap"
          >
            {at > 0 ? <small className="text-2xs text-muted">{weekday(hour.from, locale)}</small> : null}
            {hour.time}
            {hour.ahead ? <small className="text-2xs text-muted">{aheadWords(hour.ahead)}</small> : null}
          </span>
        ))}
      </span>
    </span>
  );
});

const columns = { own: "w-10 shrink-0", other: "w-[6.25rem] text-text max-lg:w-12" };

/** What the columns of hours are called. */
export function HourHead({ zone, otherZone }: { zone: string; otherZone: string | null }) {
  if (!otherZone) return <span>All day</span>;
  return (
    <span className="flex items-start gap-1.5 text-start">
      <span className={cx(columns.own, "wrap-anywhere")}>{cityOf(zone)}</span>
      <span className={columns.other}>{cityOf(otherZone)}</span>
    </span>
  );
}

function weekday(day: string, locale: string): string {
  const short = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short" });
  return short.format(Date.parse(`${day}T00:00:00Z`));
}
