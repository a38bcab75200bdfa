/** Which time of a meeting a double-check is about, after the meeting was moved. */
import { dayAt } from "@/lib/domain/calendar/zone-day";

/** A time of an entry: `insteadOf` is the time of its series that it stands for (ISO UTC, or a day), null where it stands by itself. */
export type Happening = {
  eventId: string;
  startsAt: Date;
  isRepeating: boolean;
  insteadOf: string | null;
};
type Asked = { eventId: string; startsAt: string };

/**
 * The happening that a check asks about: the one it names; else the one that stands for it in its series; else, of an entry that
 * happens once, that one, and of a series the one that was moved within its day. Null: there is none any more. A happening that
 * another check asks about is not taken from it.
 */
export function happeningOfCheck<H extends Happening>(
  asked: Asked,
  happenings: readonly H[],
  others: readonly Asked[],
  zone: string,
): H | null {
  const names = (check: Asked, one: H) =>
    check.eventId === one.eventId && Date.parse(check.startsAt) === one.startsAt.getTime();
  const named = happenings.find((one) => names(asked, one));
  if (named) return named;
  const free = happenings.filter((one) => !others.some((other) => names(other, one)));
  const at = Date.parse(asked.startsAt);
  const instead = free.find(({ insteadOf }) => insteadOf !== null && Date.parse(insteadOf) === at);
  if (instead) return instead;
  const own = free.filter(({ eventId }) => eventId === asked.eventId);
  if (own.every(({ isRepeating }) => !isRepeating)) return own[0] ?? null;
  return own.find((one) => dayAt(one.startsAt.getTime(), zone) === dayAt(at, zone)) ?? null;
}
