import { Cake, CalendarHeart, Flower2 } from "lucide-react";
import { SourceLine } from "@/components/people/source-line";
import { civilDayText, dayName, plainDayText, yearlyDayText } from "@/components/people/words";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { type Desk, useDesk } from "@/components/workspace/desk-context";
import type { PersonDateView, PersonView } from "@/lib/domain/person/view";
import { nameCircles } from "@/lib/domain/policy/circles";

/** Somebody's yearly days: when the next one is, what they turn, and when its task appears. */
export function PersonDays({
  person: { dates, isDead, diedOn, sources },
  today,
  onRight,
}: {
  /** Days of somebody who has died are told, and ask for nothing. */
  person: Pick<PersonView, "dates" | "isDead" | "diedOn" | "sources">;
  today: string;
  /** Says that a day is still right. */
  onRight: (field: string) => void;
}) {
  const { circles, locale } = useDesk();
  const source = (field: string, about: string) => (
    <SourceLine source={sources[field]} about={about} onRight={() => onRight(field)} />
  );
  return (
    <Sheet aria-label="Days">
      <SheetHeader level={2} title="Days" />
      {dates.length === 0 && diedOn === null ? (
        <p className="text-muted">No birthday or other day is known.</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {dates.map((date) => (
            <li key={date.id} className="flex gap-2.5">
              <DayIcon date={date} />
              <div className="min-w-0">
                <p>
                  <bdi className="wrap-anywhere font-semibold">{dayName(date)}</bdi>{" "}
                  <span>{yearlyDayText(date, locale)}</span>
                </p>
                <p className="text-[0.8125rem] text-muted">
                  {isDead ? null : sayNext(date, today, locale, circles)}
                </p>
                {source(`day:${date.id}`, dayName(date))}
              </div>
            </li>
          ))}
          {diedOn === null ? null : (
            <li className="flex gap-2.5">
              <Flower2 aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
              <div className="min-w-0">
                <p>
                  <span className="font-semibold">Day of death</span> {civilDayText(diedOn, locale)}
                </p>
                {source("diedOn", "Day of death")}
              </div>
            </li>
          )}
        </ul>
      )}
    </Sheet>
  );
}

function DayIcon({ date }: { date: PersonDateView }) {
  const Icon = date.kind === "birthday" ? Cake : CalendarHeart;
  return <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-gold" />;
}

function sayNext(date: PersonDateView, today: string, locale: string, circles: Desk["circles"]): string {
  const when = date.next === today ? "today" : `on ${plainDayText(date.next, today, locale)}`;
  const what =
    date.age === null || date.age === 0
      ? `Next ${when}`
      : date.kind === "birthday"
        ? `Turns ${date.age} ${when}`
        : `${date.age} ${date.age === 1 ? "year" : "years"} ${when}`;
  const lead =
    date.lead.days === 0
      ? "a task appears on the day"
      : `a task appears ${date.lead.days} ${date.lead.days === 1 ? "day" : "days"} before`;
  const by = date.lead.circle === null ? "" : `, as in ${nameCircles(circles, [date.lead.circle])}`;
  return `${what} · ${lead}${date.lead.by === "person" ? ", as for all their days" : by}`;
}
