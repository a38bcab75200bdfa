import { AFTER_A_DATE, plainDateText } from "@/lib/adapters/contacts/date-text";
import { readWords, SHORT_YEAR } from "@/lib/adapters/contacts/date-words";
import type { CardDate, WrittenDate } from "@/lib/adapters/contacts/read-person";
import { daysInMonth } from "@/lib/domain/calendar/civil-date";

/** Years that phones write when they mean "no year": Apple's 1604, and the zeros of web services. */
const PLACEHOLDER_YEARS = new Set([0, 1, 1604]);

/** Days that programs write when they mean "none": Outlook's last, Windows' first, .NET's first. */
const NO_DATE = /^(4501|1601|0001)-01-01$/;

/** Years of the calendar we use in which somebody one knows was born; others are another calendar's, or a slip. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 2200;

/** No group of a match has this number, so that part of the date is unknown. */
const NONE = 99;

export type Read = { date: CardDate | null; note?: string };

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
  const plain = plainDateText(raw);
  if (/^[0\s./-]*$/.test(plain)) return null;
  const read = readNumbers(plain) ?? readWords(plain) ?? { date: null };
  if (read.date && NO_DATE.test(formatCardDate(read.date))) return null;
  if (!read.date)
    return {
      written: { date: null, raw },
      note: read.note ?? `The date "${raw.slice(0, 60)}" is not one we can be sure of.`,
    };
  const checked = check(withoutPlaceholders(read.date, Number(omittedYear ?? Number.NaN)));
  if (checked.date && Object.values(checked.date).every((one) => one === null)) return null;
  return { written: { date: checked.date, raw }, note: checked.note ?? read.note ?? null };
}

/** "1996-04-15", "--04-15", "1996-04", "1996", "--04" or "---15": RFC 6350 §4.3.1 in its extended form. */
export function formatCardDate(date: CardDate): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const year = date.year === null ? null : String(date.year).padStart(4, "0");
  if (date.month === null) return date.day === null ? (year ?? "") : `---${two(date.day)}`;
  if (date.day === null) return year === null ? `--${two(date.month)}` : `${year}-${two(date.month)}`;
  return `${year ?? "-"}-${two(date.month)}-${two(date.day)}`;
}

/** Zeros for what is not known: 1996-04-00, 1996-00-00; years that mean none. */
function withoutPlaceholders({ year, month, day }: CardDate, omittedYear: number): CardDate {
  const isNoYear = year !== null && (PLACEHOLDER_YEARS.has(year) || year === omittedYear);
  const isNoMonth = month === 0 && (day === 0 || day === null);
  return {
    year: isNoYear ? null : year,
    month: isNoMonth ? null : month,
    day: day === 0 ? null : day,
  };
}

function check(date: CardDate): Read {
  const { year, month, day } = date;
  if (year !== null && year < 1000)
    return month === null
      ? { date: null, note: "The date is only a number that is no year." }
      : {
          date: { year: null, month, day },
          note: "The year has only two or three digits, so it was left out.",
        };
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR))
    return { date: null, note: `The year ${year} is not one of our calendar that anybody's day can have.` };
  if (month !== null && (month < 1 || month > 12)) return { date: null, note: "The date has no such month." };
  if (day !== null && month !== null && day > daysInMonth(year ?? 2000, month)) {
    if (month === 2 && day === 29)
      return { date: { year: null, month, day }, note: `${year} had no 29 February.` };
    return { date: null, note: "The date has no such day." };
  }
  if (day !== null && (day < 1 || day > 31)) return { date: null, note: "The date has no such day." };
  return { date };
}

/** A pattern for a date that nothing follows but a time of the day. */
function dated(pattern: string): RegExp {
  return new RegExp(`^${pattern}${AFTER_A_DATE}`, "i");
}

const BASIC = dated(String.raw`(\d{4})(\d{2})(\d{2})(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?`);
const YEAR_FIRST = dated(String.raw`(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})\.?`);
const NO_YEAR = dated(String.raw`-{1,2}(\d{1,2})-(\d{1,2})`);
const NO_YEAR_BASIC = dated(String.raw`--?(\d{2})(\d{2})`);
const DAY_ALONE = dated(String.raw`---(\d{1,2})`);
const DOTTED = dated(String.raw`(\d{1,2})\. ?(\d{1,2})(?:\.? ?(\d{4})|\.)?`);
const SHORT = dated(String.raw`(\d{1,2})\s?([-/.])\s?(\d{1,2})(?:(?:\s?\2\s?|,? )(\d{4})|\s?\2\s?(\d{2}))?`);

function readNumbers(text: string): Read | null {
  const parts = (match: RegExpExecArray, y: number, m: number, d: number): Read => ({
    date: { year: part(match[y]), month: part(match[m]), day: part(match[d]) },
  });
  let match = BASIC.exec(text);
  if (match && Number(match[2]) <= 12) return parts(match, 1, 2, 3);
  match = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text);
  if (match) return readShortDate(Number(match[1]), Number(match[2]), part(match[3]));
  match = YEAR_FIRST.exec(text);
  if (match) return parts(match, 1, 3, 4);
  match = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(text);
  if (match) return parts(match, 1, 2, 3);
  match = NO_YEAR.exec(text) ?? NO_YEAR_BASIC.exec(text);
  if (match) return parts(match, NONE, 1, 2);
  match = DAY_ALONE.exec(text);
  if (match) return parts(match, NONE, NONE, 1);
  match = /^--(\d{1,2})-?$/.exec(text);
  if (match) return parts(match, NONE, 1, NONE);
  match = /^(\d{4})(?:-(\d{1,2}))?-?$/.exec(text);
  if (match) return parts(match, 1, 2, NONE);
  match = /^(?:(\d{4}) ?[年년]) ?(?:(\d{1,2}) ?[月월]) ?(\d{1,2}) ?[日일]?$/u.exec(text);
  if (match) return parts(match, 1, 2, 3);
  match = /^(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?$/u.exec(text);
  if (match) return parts(match, NONE, 1, 2);
  match = DOTTED.exec(text);
  if (match) return parts(match, 3, 2, 1);
  match = SHORT.exec(text);
  if (!match) return null;
  const [a, b] = [Number(match[1]), Number(match[3])];
  if (match[5] === undefined) return readShortDate(a, b, part(match[4]));
  return readShortYear([a, b, Number(match[5])], match[2] === ".");
}

/** 04/15/1996 or 15/04/1996: only a number above 12 tells the day from the month. */
function readShortDate(a: number, b: number, year: number | null): Read {
  if (a > 12 && b <= 12) return { date: { year, month: b, day: a } };
  if (b > 12 || a === b) return { date: { year, month: a, day: b } };
  return { date: null, note: "Day and month of the date cannot be told apart." };
}

/** 15/04/96 and 96-04-15: certain only where the year can be none of the other two. 20-04-15 is anybody's guess. */
function readShortYear([a, b, c]: [number, number, number], isDotted: boolean): Read {
  const isDay = (n: number) => n >= 1 && n <= 31;
  if (!isDay(a)) return { date: { year: null, month: b, day: c }, note: SHORT_YEAR };
  if (isDay(c) && b <= 12)
    return { date: null, note: "Year, month and day of the date cannot be told apart." };
  if (isDotted && !isDay(c)) return { date: { year: null, month: b, day: a }, note: SHORT_YEAR };
  const read = readShortDate(a, b, null);
  return read.date ? { ...read, note: SHORT_YEAR } : read;
}

function part(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
