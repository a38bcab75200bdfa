/** What is in the way of a time, as people say it. Instants are shown in the desk's zone, or another that is given. */
import { type Place, stampText, timeText } from "@/components/when";
import type { Conflict } from "@/lib/domain/calendar/conflicts";
import { keptWords } from "@/lib/domain/calendar/kept";
import { dayAt } from "@/lib/domain/calendar/zone-day";

type Span = { startsAt: string; endsAt: string };

/** "Fri 11 Dec, 19:00–22:00", or with both days where it goes on into another. */
export function rangeText({ startsAt, endsAt }: Span, place: Place): string {
  const from = stampText(startsAt, place);
  if (startsAt === endsAt) return from;
  return isOneDay({ startsAt, endsAt }, place)
    ? `${from}–${timeText(endsAt, place)}`
    : `${from} to ${stampText(endsAt, place)}`;
}

/**
 * One thing in the way, without a full stop: "Clashes with Makers’ Supper, 19:00–22:00", "Protected evening, 18:00–23:00: nobody’s
 * to book", "30 min from Ministry, 45 needed". What the reader may not see is "busy". `before` is what joins why kept time is kept to it;
 * `isLong`: what it is in the way of lasts several days, and the day is said.
 */
export function sayConflict(
  conflict: Conflict,
  place: Place,
  clientShort: string,
  { before = ": ", isLong = false } = {},
): string {
  const { title, kind } = conflict;
  const when =
    isOneDay(conflict, place) && !isLong
      ? `${timeText(conflict.startsAt, place)}–${timeText(conflict.endsAt, place)}`
      : rangeText(conflict, place);
  if (kind === "kept")
    return `${capital(title || keptWords[conflict.source])}, ${when}${before}${
      conflict.source === "protected" ? "nobody’s to book" : "kept free"
    }`;
  if (kind === "clash") return title ? `Clashes with ${title}, ${when}` : `${clientShort} is busy, ${when}`;
  const where = title || "something else";
  const left = conflict.minutes <= 0 ? "No time to get there" : `${conflict.minutes} min`;
  return `${left} from ${where}, ${conflict.needed} min needed`;
}

/** Up to midnight still belongs to the day. */
function isOneDay({ startsAt, endsAt }: Span, { zone }: Place): boolean {
  const last = Math.max(Date.parse(startsAt), Date.parse(endsAt) - 1);
  return dayAt(Date.parse(startsAt), zone) === dayAt(last, zone);
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
