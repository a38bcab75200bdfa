import { isRealDate, SECONDS_PER_DAY, toDayNumber } from "@/lib/domain/calendar/civil-date";

/** A DATE or DATE-TIME as written: wall seconds, and whether "Z" or an offset fixed it to UTC. */
export type TimeValue = { isDate: boolean; wall: number; fixed: boolean };

/** A DURATION: whole days follow the calendar, seconds follow the clock (RFC 5545 §3.3.6). */
export type DurationValue = { days: number; seconds: number };

const LONGEST_DURATION_DAYS = 3_660;

/**
 * Reads DATE and DATE-TIME (RFC 5545 §3.3.4–5), also with dashes and colons, without seconds, at 24:00, or with an
 * offset behind. Null for anything that is no real moment of the years 1–9999.
 */
export function parseTime(text: string, asDate: boolean): TimeValue | null {
  const match =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[Tt ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?([Zz]|[+-]\d{2}:?\d{2})?)?$/.exec(
      text.trim().slice(0, 60),
    );
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isRealDate(year, month, day)) return null;
  const midnight = toDayNumber(year, month, day) * SECONDS_PER_DAY;
  if (match[4] === undefined || asDate) return { isDate: true, wall: midnight, fixed: false };
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Math.min(Number(match[6] ?? 0), 59)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute + second > 0)) return null;
  const wall = midnight + hour * 3600 + minute * 60 + second;
  if (match[7] === undefined) return { isDate: false, wall, fixed: false };
  const offset = /^z$/i.test(match[7]) ? 0 : (parseOffset(match[7]) ?? 0);
  return { isDate: false, wall: wall - offset, fixed: true };
}

/** "P1DT2H", "-PT15M", "P2W" → days and seconds; null when it is none or longer than ten years. */
export function parseDuration(text: string): DurationValue | null {
  const match =
    /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i.exec(
      text.trim().slice(0, 60),
    );
  if (!match || !/\d/.test(text)) return null;
  const sign = match[1] === "-" ? -1 : 1;
  const days = Number(match[2] ?? 0) * 7 + Number(match[3] ?? 0);
  const seconds = Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0);
  if (days + seconds / SECONDS_PER_DAY > LONGEST_DURATION_DAYS) return null;
  return { days: sign * days, seconds: sign * seconds };
}

/** "+0530", "-05:00", "-075258" → seconds east of UTC; null when it is none or beyond a day. */
export function parseOffset(text: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})?:?(\d{2})?$/.exec(text.trim().slice(0, 20));
  if (!match) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  if (seconds >= SECONDS_PER_DAY || Number(match[3] ?? 0) > 59) return null;
  return match[1] === "-" ? -seconds : seconds;
}
