/**
 * Arithmetic on calendar days in the proleptic Gregorian calendar, without a clock and without a time zone.
 * A day number counts days since 1970-01-01; a "wall second" counts seconds since 1970-01-01T00:00:00 on the wall
 * of whatever place the time is about.
 */
export type CivilDate = { year: number; month: number; day: number };

export const SECONDS_PER_DAY = 86_400;

/** 2000 → true, 1900 → false. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month, `month` 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a day that exists, in the years 1–9999. */
export function isRealDate(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Days since 1970-01-01. Months count from March so that the leap day comes last. */
export function toDayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of {@link toDayNumber}. */
export function fromDayNumber(dayNumber: number): CivilDate {
  const z = dayNumber + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** "0987-06-05", always ten characters for the years 0–9999. */
export function formatDate(year: number, month: number, day: number): string {
  const fourDigits = year > 999 ? String(year) : String(year).padStart(4, "0");
  return `${fourDigits}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Day number → "YYYY-MM-DD". Calendars ask for the same day again and again, so the last answer is kept. */
export function formatDayNumber(dayNumber: number): string {
  if (dayNumber === lastDay.number) return lastDay.text;
  const { year, month, day } = fromDayNumber(dayNumber);
  lastDay = { number: dayNumber, text: formatDate(year, month, day) };
  return lastDay.text;
}

let lastDay = { number: 0, text: "1970-01-01" };

/** "YYYY-MM-DD" of a day that exists, or null. */
export function parseDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDate(year, month, day) ? { year, month, day } : null;
}

/** Wall seconds → "YYYY-MM-DDTHH:MM:SS". */
export function formatWallSeconds(wall: number): string {
  const dayNumber = Math.floor(wall / SECONDS_PER_DAY);
  const rest = wall - dayNumber * SECONDS_PER_DAY;
  return `${formatDayNumber(dayNumber)}T${twoDigits(Math.floor(rest / 3600))}:${twoDigits(Math.floor(rest / 60) % 60)}:${twoDigits(rest % 60)}`;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
