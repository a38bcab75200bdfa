/** E6. What stands in the way of a time, and which times are free. Everything in instants, milliseconds since 1970. */
import type { KeptSource } from "@/lib/domain/calendar/kept";

/**
 * Something that fills time. `title` is "" for what the reader may not see ("Busy"). `place` is where one has to be; "" for a call
 * or for anywhere. `travelMinutes`: on the way to and from it; null: as usual.
 */
export type Filled = {
  startsAt: number;
  endsAt: number;
  title: string;
  place: string;
  travelMinutes: number | null;
  eventId: string | null;
};

/** Kept time beside it. */
export type Kept = { startsAt: number; endsAt: number; source: KeptSource; title: string };

/** `clash`: both at once. `kept`: nobody's to book. `travel`: no time to get from one to the other; `minutes` is what is left, `needed` what is wanted. */
export type Conflict =
  | { kind: "clash"; title: string; startsAt: string; endsAt: string; eventId: string | null }
  | { kind: "kept"; source: KeptSource; title: string; startsAt: string; endsAt: string }
  | {
      kind: "travel";
      title: string;
      startsAt: string;
      endsAt: string;
      eventId: string | null;
      minutes: number;
      needed: number;
    };

/** A free time, ISO UTC. */
export type Slot = { startsAt: string; endsAt: string };

/** What is asked before an answer is given, or a time is chosen. */
export type TimeCheck = {
  conflicts: Conflict[];
  /** At most three, the earliest first; none when nothing is free within four weeks. */
  slots: Slot[];
  /** The slots as words to paste, one line each, in the desk's zone and, where it is another, in `otherZone`. */
  slotText: string;
};

/** What is asked of a series besides: its next times together. */
export type SeriesCheck = {
  /** How many of them were looked at, and whether there are more. */
  looked: number;
  hasMore: boolean;
  /** Those at which something is in the way, the first first. */
  clashing: { startsAt: string; endsAt: string; conflicts: Conflict[] }[];
};
