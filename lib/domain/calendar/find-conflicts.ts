/** E6. What stands in the way of a time. All stretches are half open: what ends when the other begins touches it, and is no clash. */
import type { Conflict, Filled, Kept } from "@/lib/domain/calendar/conflicts";

const MINUTE = 60_000;

/** A time that is asked for. `place` is where one has to be, "" for a call or for anywhere; `travelMinutes` null: as usual. */
export type AskedTime = Pick<Filled, "startsAt" | "endsAt" | "place" | "travelMinutes">;

/** How long one is usually on the way, in minutes. */
export type Usual = { travelMinutes: number };

/**
 * Clashes, kept time, and too little time on the way, each in the order of its time. What leaves one free or was declined is not
 * among `filled`; a whole day that does fill it (a trip, a fair) is a clash like any other, as whoever wrote it down as busy meant it.
 */
export function findConflicts(
  asked: AskedTime,
  filled: readonly Filled[],
  kept: readonly Kept[],
  usual: Usual,
): Conflict[] {
  const inOrder = [...filled].sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
  return [
    ...inOrder
      .filter((one) => overlaps(asked, one))
      .map((one): Conflict => ({ kind: "clash", ...seen(one) })),
    ...kept
      .filter((span) => overlaps(asked, span))
      .sort((a, b) => a.startsAt - b.startsAt)
      .map(({ source, title, ...span }): Conflict => ({ kind: "kept", source, title, ...instants(span) })),
    ...inOrder.flatMap((one): Conflict[] => {
      const short = tooShort(asked, one, usual);
      return short === null ? [] : [{ kind: "travel", ...seen(one), ...short }];
    }),
  ];
}

/** Whether a time is free of all of that. */
export function isFree(
  asked: AskedTime,
  filled: readonly Filled[],
  kept: readonly Pick<Kept, "startsAt" | "endsAt">[],
  usual: Usual,
): boolean {
  return (
    !kept.some((span) => overlaps(asked, span)) &&
    !filled.some((one) => overlaps(asked, one) || tooShort(asked, one, usual) !== null)
  );
}

/** How many minutes there are between the two, and how many it takes; null where it is enough, or where nobody has to go anywhere. */
function tooShort(asked: AskedTime, other: Filled, usual: Usual): { minutes: number; needed: number } | null {
  // From midnight to midnight nobody is on the way: that somebody is at a fair all day says nothing of the hour they leave.
  if (overlaps(asked, other) || isDays(asked) || isDays(other)) return null;
  const needed = needBetween(asked, other, usual);
  const gap = asked.startsAt >= other.endsAt ? asked.startsAt - other.endsAt : other.startsAt - asked.endsAt;
  const minutes = Math.floor(gap / MINUTE);
  return minutes < needed ? { minutes, needed } : null;
}

/** Each end that is at a place asks for its own way; from one to the other one goes once, at the same place not at all. */
function needBetween(one: AskedTime, other: AskedTime, usual: Usual): number {
  if (isSamePlace(one.place, other.place)) return 0;
  const way = ({ place, travelMinutes }: AskedTime) =>
    place === "" ? 0 : (travelMinutes ?? usual.travelMinutes);
  return Math.max(way(one), way(other));
}

/** About a day or longer: written down for days, not for hours (a day of the clock change has 23). */
function isDays({ startsAt, endsAt }: { startsAt: number; endsAt: number }): boolean {
  return endsAt - startsAt >= 23 * 60 * MINUTE;
}

/** Where one has to be: the place, unless there is a link to dial in by, or the place is a way of calling. "" for nowhere. */
export function whereToGo(place: string, link: string): string {
  return link !== "" || isCall.test(place.trim()) ? "" : place.trim();
}

const isCall =
  /^(https?:|tel:|sip:|\+?[\d\s()/.-]{6,}$|(zoom|(microsoft )?teams|google meet|meet|webex|skype|facetime|jitsi|online|video|phone|telephone|call)\b[\w\s-]{0,20}$)/i;

/** The same place, or one in the other: "Ministry" and "Ministry, room 4". */
function isSamePlace(one: string, other: string): boolean {
  const [a = "", b = ""] = [fold(one), fold(other)].sort((x, y) => x.length - y.length);
  return a === b || (a !== "" && b.startsWith(`${a},`));
}

function fold(place: string): string {
  return place
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s]*[,;\n][\s]*/g, ",")
    .replace(/\s+/g, " ")
    .trim();
}

function overlaps(a: { startsAt: number; endsAt: number }, b: { startsAt: number; endsAt: number }): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

function seen({ title, eventId, startsAt, endsAt }: Filled) {
  return { title, eventId, ...instants({ startsAt, endsAt }) };
}

function instants({ startsAt, endsAt }: { startsAt: number; endsAt: number }) {
  return { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
}
