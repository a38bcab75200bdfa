import { Cake, CalendarHeart, Lock } from "lucide-react";
import { memo } from "react";
import { PersonPicture } from "@/components/people/person-picture";
import { comingDayText, diedText } from "@/components/people/words";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { PersonRow } from "@/lib/domain/person/view";

type Props = { person: PersonRow; href: string; circle: string; today: string; locale: string };

/** One line of the list of people: who, how near, where from, and their next day; one within a month stands out. */
export const PersonLine = memo(function PersonLine({ person, href, circle, today, locale }: Props) {
  const { nextDay } = person;
  const about = [person.jobTitle, person.organization].filter(Boolean).join(", ");
  const soon = nextDay !== null && isSoon(nextDay.day, today);
  return (
    <li
      className={cx(
        "row-lazy border-b border-line [--row:3.8125rem]",
        // A line more under the name.
        (person.isDead || soon) && "max-sm:[--row:4.58rem]",
      )}
    >
      <Link
        href={href}
        className="flex min-h-[3.8125rem] flex-wrap items-center gap-x-3 px-3 py-2 hover:bg-sunken/50 focus-visible:rounded-xl focus-visible:bg-sheet focus-visible:outline-offset-[-2px] sm:flex-nowrap"
      >
        <PersonPicture person={person} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1.5">
            <bdi className="line-clamp-2 wrap-anywhere text-[0.9375rem] leading-snug font-semibold sm:line-clamp-1">
              {person.name}
            </bdi>
            {person.isPrivate ? (
              <span title="Private: only the client sees them" className="inline-flex shrink-0 text-muted">
                <Lock aria-hidden="true" className="size-3.5" />
                <span className="sr-only">Private</span>
              </span>
            ) : null}
          </span>
          <span className="block truncate text-[0.8125rem] leading-snug text-muted">
            <bdi>{circle}</bdi>
            {about ? (
              <>
                {" · "}
                <bdi>{about}</bdi>
              </>
            ) : null}
          </span>
        </span>
        {person.isDead ? (
          <span className="text-[0.8125rem] text-muted max-sm:basis-full max-sm:ps-11">
            {diedText(person.diedOn, locale)}
          </span>
        ) : null}
        {nextDay ? <NextDay nextDay={nextDay} soon={soon} today={today} locale={locale} /> : null}
      </Link>
    </li>
  );
});

type NextDayProps = Pick<Props, "today" | "locale"> & {
  nextDay: NonNullable<PersonRow["nextDay"]>;
  soon: boolean;
};

function NextDay({ nextDay, soon, today, locale }: NextDayProps) {
  const Icon = nextDay.kind === "birthday" ? Cake : CalendarHeart;
  return (
    <span
      className={cx(
        "flex min-w-0 items-center gap-1.5 text-[0.8125rem] max-sm:basis-full max-sm:ps-11",
        soon ? "text-gold" : "text-muted max-sm:sr-only",
      )}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      <bdi className="truncate">{comingDayText(nextDay, today, locale)}</bdi>
    </span>
  );
}

function isSoon(day: string, today: string): boolean {
  return Date.parse(day) - Date.parse(today) <= 31 * 86_400_000;
}
