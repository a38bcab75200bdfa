/** What the domain's names about people are called on screen. */
import type { ContactHow } from "@/lib/domain/person/contact";
import type { FactKind } from "@/lib/domain/person/fact";
import type { DateKind } from "@/lib/domain/person/person";
import type { StoryKind } from "@/lib/domain/person/story";

export const dateKindWords: Record<DateKind, string> = {
  birthday: "Birthday",
  anniversary: "Anniversary",
  other: "Another day",
};

/** What stands above the facts of a kind. */
export const factHeadings: Record<FactKind, string> = {
  like: "Enjoys",
  avoid: "Avoid",
  topic: "To talk about",
  gift: "Gift ideas",
  detail: "Details",
  phone: "Another phone",
  email: "Another e-mail",
  address: "Another address",
  link: "Another link",
};

/** How one was in contact, as a choice and as a line of the story. */
export const contactHowWords: Record<ContactHow, string> = {
  call: "A call",
  meeting: "A meeting",
  message: "A message",
  letter: "A letter",
  gift: "A gift",
  other: "Something else",
};

/** The kinds of things that happened, as a choice. */
export const storyKindWords: Record<StoryKind, string> = {
  gesture: "What was done",
  message: "Messages",
  meeting: "Meetings",
  contact: "Calls and letters",
  promise: "Promises",
};

/** "28 November 1986", or "28 November" where nobody knows the year. */
export function yearlyDayText(
  { month, day, year }: { month: number; day: number; year: number | null },
  locale: string,
): string {
  const date = new Date(Date.UTC(2000, month - 1, day));
  const said = new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "long" }).format(
    date,
  );
  return year === null ? said : `${said} ${year}`;
}

/** A plain day, "Sat 28 Nov", with the year where it is not this one. */
export function plainDayText(day: string, today: string, locale: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
  })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(",", "");
}

/** What a yearly day is called: its kind, or for another day its own name. */
export function dayName({ kind, label }: { kind: DateKind; label: string }): string {
  return label || dateKindWords[kind];
}

type ComingDay = { kind: DateKind; label: string; day: string; age: number | null };

/** The next of somebody's days in a few words: "Birthday today, turns 40", "Wedding Sat 28 Nov, 12 years". */
export function comingDayText(coming: ComingDay, today: string, locale: string): string {
  const when = coming.day === today ? "today" : plainDayText(coming.day, today, locale);
  const age = ageText(coming);
  return `${dayName(coming)} ${when}${age ? `, ${age}` : ""}`;
}

/** "turns 40" on a birthday, "12 years" on another day; empty where no year is known. */
function ageText({ kind, age }: { kind: DateKind; age: number | null }): string {
  if (age === null || age === 0) return "";
  if (kind === "birthday") return `turns ${age}`;
  return age === 1 ? "1 year" : `${age} years`;
}

/** "Died 3 March 2021", or "Has died" where nobody said when. The day is "YYYY-MM-DD". */
export function diedText(diedOn: string | null, locale: string): string {
  return diedOn === null ? "Has died" : `Died ${civilDayText(diedOn, locale)}`;
}

/** A plain day with its year, "3 March 2021". */
export function civilDayText(day: string, locale: string): string {
  const said = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return said.format(new Date(`${day}T00:00:00Z`));
}
