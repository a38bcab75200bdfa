import type { CardDate, WrittenDate } from "@/lib/adapters/contacts/read-person";
import { daysInMonth } from "@/lib/domain/calendar/civil-date";

/** Years that phones write when they mean "no year": Apple's 1604, and the zeros of web services. */
const PLACEHOLDER_YEARS = new Set([0, 1, 1604]);

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

/** No group of a match has this number, so that part of the date is unknown. */
const NONE = 99;

type Read = { date: CardDate | null; note?: string };

/**
 * A date as cards write it → the parts that are certain. The date is the one written: a time or zone behind it never
 * moves it. `omittedYear` is Apple's X-APPLE-OMIT-YEAR. Null for an empty value or a placeholder for "no date".
 * What is ambiguous (04/05/1996) or in words nobody can be sure of keeps its text, without a date, and gets a note.
 */
export function readCardDate(
  text: string,
  omittedYear: string | null,
): { written: WrittenDate; note: string | null } | null {
  const raw = text.trim();
  if (raw === "" || /^[0\s./-]+$/.test(raw) || /^4501-?01-?01/.test(raw)) return null;
  const plain = raw
    .slice(0, 80)
    .replace(/^value=[a-z-]+:/i, "")
    .replace(/^"(.*)"$/, "$1")
    .replace(/\s+/g, " ")
    .trim();
  const { date, note } = readNumbers(plain) ?? readWords(plain) ?? { date: null };
  if (!date)
    return {
      written: { date: null, raw },
      note: note ?? `The date "${raw.slice(0, 60)}" is not one we can be sure of.`,
    };
  if (
    date.year !== null &&
    (PLACEHOLDER_YEARS.has(date.year) || date.year === Number(omittedYear ?? Number.NaN))
  ) {
    date.year = null;
  }
  const checked = check(date);
  return {
    written: { date: checked.date, raw },
    note: checked.note ?? note ?? null,
  };
}

/** "1996-04-15", "--04-15", "1996-04", "1996", "--04" or "---15": RFC 6350 §4.3.1 in its extended form. */
export function formatCardDate(date: CardDate): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const year = date.year === null ? null : String(date.year).padStart(4, "0");
  if (date.month === null) return date.day === null ? (year ?? "") : `---${two(date.day)}`;
  if (date.day === null) return year === null ? `--${two(date.month)}` : `${year}-${two(date.month)}`;
  return `${year ?? "-"}-${two(date.month)}-${two(date.day)}`;
}

function check(date: CardDate): Read {
  const { year, month, day } = date;
  if (month !== null && (month < 1 || month > 12)) return { date: null, note: "The date has no such month." };
  if (day !== null && month !== null && day > daysInMonth(year ?? 2000, month)) {
    if (month === 2 && day === 29)
      return { date: { year: null, month, day }, note: `${year} had no 29 February.` };
    return { date: null, note: "The date has no such day." };
  }
  if (day !== null && (day < 1 || day > 31)) return { date: null, note: "The date has no such day." };
  return { date };
}

function readNumbers(text: string): Read | null {
  const parts = (match: RegExpExecArray, y: number, m: number, d: number): Read => ({
    date: { year: part(match[y]), month: part(match[m]), day: part(match[d]) },
  });
  let match = /^(\d{4})(\d{2})(\d{2})(?:[T ]\S.*)?$/i.exec(text);
  if (match && Number(match[2]) <= 12) return parts(match, 1, 2, 3);
  match = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text);
  if (match) return readShortDate(Number(match[1]), Number(match[2]), match[3] ?? null);
  match =
    /^(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})\.?(?:[T ,].*|Z)?$/i.exec(text) ??
    /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(text);
  if (match) return parts(match, 1, 2, 3);
  match = /^-{1,2}(\d{1,2})-(\d{1,2})(?:T.*)?$/i.exec(text) ?? /^--?(\d{2})(\d{2})(?:T.*)?$/i.exec(text);
  if (match) return parts(match, NONE, 1, 2);
  match = /^---(\d{1,2})(?:T.*)?$/i.exec(text);
  if (match) return parts(match, NONE, NONE, 1);
  match = /^--(\d{1,2})-?$/.exec(text);
  if (match) return parts(match, NONE, 1, NONE);
  match = /^(\d{4})(?:-(\d{1,2}))?-?$/.exec(text);
  if (match) return parts(match, 1, 2, NONE);
  match = /^(?:(\d{4}) ?[年년]) ?(?:(\d{1,2}) ?[月월]) ?(\d{1,2}) ?[日일]?$/u.exec(text);
  if (match) return parts(match, 1, 2, 3);
  match = /^(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?$/u.exec(text);
  if (match) return parts(match, NONE, 1, 2);
  match = /^(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4})?(?: .*)?$/.exec(text);
  if (match) return parts(match, 3, 2, 1);
  match = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?(?:[T ,].*)?$/i.exec(text);
  return match ? readShortDate(Number(match[1]), Number(match[3]), match[4] ?? null) : null;
}

/** 04/15/1996 or 15/04/1996: only a number above 12 tells the day from the month. */
function readShortDate(a: number, b: number, yearText: string | null): Read {
  const year = yearText?.length === 4 ? Number(yearText) : null;
  const note = yearText?.length === 2 ? "The year has only two digits, so it was left out." : undefined;
  if (a > 12 && b <= 12) return { date: { year, month: b, day: a }, note };
  if (b > 12 || a === b) return { date: { year, month: a, day: b }, note };
  return { date: null, note: "Day and month of the date cannot be told apart." };
}

function readWords(text: string): Read | null {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  if (
    words.length < 2 ||
    words.length > 8 ||
    /circa|about|around|before|after|approx|vor|nach|vers\b|~|\?/i.test(text)
  )
    return null;
  const months = words.map((word) => (/^\d/.test(word) ? 0 : monthOf(word)));
  const month = months.find((found) => found > 0);
  if (!month || months.filter((found) => found > 0).length > 1) return null;
  const numbers = words.filter((word) => /^\d/.test(word));
  const year = numbers.find((word) => word.length === 4);
  const day = numbers.find((word) => word.length <= 2 && Number(word) >= 1 && Number(word) <= 31);
  if (day === undefined && year === undefined) return null;
  return { date: { year: year ? Number(year) : null, month, day: day ? Number(day) : null } };
}

let monthNames: Map<string, number> | null = null;

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

function fold(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

function part(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
