import type { Read } from "@/lib/adapters/contacts/date-forms";
import { withoutClock } from "@/lib/adapters/contacts/date-text";

/** Month names of the languages whose address books write dates in words, as their own calendars spell them. */
const LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "sv",
  "da",
  "nb",
  "fi",
  "pl",
  "cs",
  "hu",
  "tr",
  "ru",
];

/** Words that change nothing about a date. With any other word in it ("or", "week of", "not", "circa") nobody can be sure. */
const CONNECTING = new Set(
  "of the on at st nd rd th born b de del el le du er d o a di il den der dem am geb geboren op г года r roku".split(
    " ",
  ),
);

/** "15 April 1996", "15. März", "Apr 15, 1996", "Mon Apr 15 00:00:00 CEST 1996": one month, at most one day, at most one year. */
export function readWords(text: string): Read | null {
  const plain = withoutClock(text).toLowerCase();
  const words = plain.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  if (words.length < 2 || words.length > 8) return null;
  if (/[^\p{L}\p{M}\d\s.,'’/()*:-]/u.test(plain)) return null;
  const month = onlyMonthOf(words.filter((word) => !/^\d/.test(word)));
  return month === null ? null : readDayAndYear(words, month);
}

function onlyMonthOf(words: string[]): number | null {
  const named = words.filter((word) => monthOf(word) > 0);
  // "Mar" is a Tuesday beside another month.
  const months = named.length > 1 ? named.filter((word) => !isWeekday(word)) : named;
  const [month, ...others] = months;
  const isOfTheDate = (word: string) => word === month || CONNECTING.has(word) || isWeekday(word);
  return month !== undefined && others.length === 0 && words.every(isOfTheDate) ? monthOf(month) : null;
}

function readDayAndYear(words: string[], month: number): Read | null {
  const numbers = words.filter((word) => /^\d/.test(word));
  const years = numbers.filter((word) => word.length === 4);
  const short = numbers.filter((word) => word.length <= 2);
  if (years.length > 1 || years.length + short.length < numbers.length) return null;
  const days = short.filter((word) => Number(word) >= 1 && Number(word) <= 31);
  const year = years.length === 1 ? Number(years[0]) : null;
  if (short.length === 0) return year === null ? null : { date: { year, month, day: null } };
  if (days.length !== 1) return null;
  const day = Number(days[0]);
  if (short.length === 1) return { date: { year, month, day } };
  const isShortYear =
    short.length === 2 && year === null && short.every((word) => word.length === 2 || word === days[0]);
  return isShortYear ? { date: { year: null, month, day }, note: SHORT_YEAR } : null;
}

export const SHORT_YEAR = "The year has only two digits, so it was left out.";

let monthNames: Map<string, number> | null = null;
let weekdays: Set<string> | null = null;

function monthOf(word: string): number {
  monthNames ??= loadMonthNames();
  return monthNames.get(fold(word)) ?? 0;
}

/** Names that two languages give to different months are left out: nobody could be sure. */
function loadMonthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (let month = 1; month <= 12; month++) {
      for (const style of ["long", "short"] as const) {
        const formats = [
          { month: style, timeZone: "UTC" },
          { month: style, day: "numeric", timeZone: "UTC" },
        ] satisfies Intl.DateTimeFormatOptions[];
        for (const options of formats) {
          const parts = new Intl.DateTimeFormat(language, options).formatToParts(
            Date.UTC(2001, month - 1, 15),
          );
          const name = fold(
            (parts.find((piece) => piece.type === "month")?.value ?? "").toLowerCase().replace(/\.$/, ""),
          );
          if (name.length < 3 || /\d/.test(name)) continue;
          names.set(name, names.has(name) && names.get(name) !== month ? 0 : month);
        }
      }
    }
  }
  names.set("sept", 9);
  return names;
}

function isWeekday(word: string): boolean {
  weekdays ??= loadWeekdays();
  return weekdays.has(fold(word));
}

/** Two letters only where German writes them: "ne" is a Czech Sunday, and elsewhere a "no". */
function loadWeekdays(): Set<string> {
  const names = new Set("mo di mi do fr sa so".split(" "));
  for (const language of LANGUAGES) {
    for (const weekday of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
      for (let day = 1; day <= 7; day++) {
        const name = fold(
          format
            .format(Date.UTC(2001, 0, day))
            .toLowerCase()
            .replace(/\.$/, ""),
        );
        for (const piece of name.split(/\P{L}+/u)) if (piece.length >= 3) names.add(piece);
      }
    }
  }
  return names;
}

function fold(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}
