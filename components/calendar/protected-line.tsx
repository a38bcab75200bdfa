import { Button } from "@/components/ui/button";
import { stampText } from "@/components/when";
import type { ProtectedView } from "@/lib/domain/calendar/kept";
import { sayProtected } from "@/lib/domain/calendar/say-protected";
import { sayDate } from "@/lib/domain/calendar/say-rule";
import { cityOf, dayAt } from "@/lib/domain/calendar/zone-day";

type Props = {
  time: ProtectedView;
  desk: { zone: string; locale: string };
  /** Today where the client lives: days that were left out before are told no more. */
  today: string;
  /** Which of its buttons waits: "remove", "except", or none. */
  busy: string;
  /** Null where one may only read. */
  verbs: { onChange: () => void; onRemove: () => void; onExcept: (day: string) => void } | null;
};

/** One stretch of protected hours in words: when it is, when next, and what is left out. */
export function ProtectedLine({ time, desk, today, busy, verbs }: Props) {
  const { title, next, zone, exceptOn, rule } = time;
  const name = title || sayProtected(time);
  const nextDay = next && rule !== "" ? dayAt(Date.parse(next.startsAt), zone) : null;
  const left = exceptOn.filter((day) => day >= today);
  return (
    <article className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <h3 dir="auto" className="font-medium wrap-anywhere">
          {name}
        </h3>
        {title ? <p>{sayProtected(time)}</p> : null}
        <p className="text-[0.8125rem] text-muted">
          {[
            next === null ? "Over" : rule === "" ? "" : `Next ${sayNext(next.startsAt, today, desk)}`,
            zone === desk.zone ? "" : `as it is in ${cityOf(zone)}`,
            left.length === 0
              ? ""
              : `not on ${left.slice(0, 3).map(sayDate).join(", ")}${left.length > 3 ? " …" : ""}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {verbs ? (
        <div className="flex flex-wrap gap-1">
          {nextDay ? (
            <Button
              size="sm"
              variant="quiet"
              busy={busy === "except"}
              onClick={() => verbs.onExcept(nextDay)}
              aria-label={`Not on ${sayDate(nextDay)}: ${name}`}
            >
              Not on {sayNear(nextDay, today)}
            </Button>
          ) : null}
          <Button size="sm" variant="quiet" onClick={verbs.onChange} aria-label={`Change ${name}`}>
            Change
          </Button>
          <Button
            size="sm"
            variant="quiet"
            busy={busy === "remove"}
            onClick={verbs.onRemove}
            aria-label={`Remove ${name}`}
          >
            Remove
          </Button>
        </div>
      ) : null}
    </article>
  );
}

/** "Fri 4 Dec, 18:00"; of another year than this one "4 January 2030". */
function sayNext(iso: string, today: string, desk: Props["desk"]): string {
  const day = dayAt(Date.parse(iso), desk.zone);
  return day.slice(0, 4) === today.slice(0, 4) ? stampText(iso, desk) : sayDate(day);
}

/** "4 December", with its year where that is another one than this. */
function sayNear(day: string, today: string): string {
  const said = sayDate(day);
  return day.slice(0, 4) === today.slice(0, 4) ? said.replace(/ \d{4}$/, "") : said;
}
