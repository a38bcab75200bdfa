/** I8. Time that is nobody's to book: the client's protected hours, days away, and the window after a scheduled post. */
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";

export const keptSources = ["protected", "away", "window"] as const;
export type KeptSource = (typeof keptSources)[number];

/** A stretch of kept time. Instants ISO UTC; `title` is empty for hours without a name. */
export type KeptSpan = {
  source: KeptSource;
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
};

/**
 * Protected hours as the client says them: once, or by a rule (RRULE without its name) on the wall of `zone`. `firstOn` and
 * `exceptOn` are days "YYYY-MM-DD", `from` is "HH:MM"; a whole day has minutes in multiples of 1440.
 */
export type ProtectedInput = {
  title: string;
  firstOn: string;
  allDay: boolean;
  from: string;
  minutes: number;
  zone: string;
  rule: string;
  exceptOn: string[];
};
export type ProtectedView = ProtectedInput & {
  id: string;
  version: number;
  repeatWords: string;
  /** The next time that it keeps, ISO UTC; null when it is over. */
  next: { startsAt: string; endsAt: string } | null;
};

/** The client's wishes about the calendar. Days of the week 1 (Monday) to 7, times "HH:MM" on the wall of the desk's zone. */
export type CalendarWishes = {
  checkHours: number;
  escalateHours: number;
  travelMinutes: number;
  windowMinutes: number;
  hoursFrom: string;
  hoursTo: string;
  workDays: number[];
};

/** Fence 3: protected hours and wishes are the client's to change. Null means yes. */
export function whyNotKeepTime(who: Pick<Actor, "role" | "door" | "clientName">): Refusal | null {
  return isClientInPerson(who) ? null : { code: "only-client", clientName: who.clientName };
}

/** The desk's hours end after they begin, and a check is asked for before it is called late. Null means yes. */
export function whyNotSuchWishes({
  hoursFrom,
  hoursTo,
  checkHours,
  escalateHours,
}: CalendarWishes): Refusal | null {
  const fields: Record<string, string> = {};
  if (hoursTo <= hoursFrom) fields.hoursTo = "The day ends after it begins.";
  if (escalateHours >= checkHours) fields.escalateHours = "Choose fewer hours than for the check itself.";
  return Object.keys(fields).length === 0 ? null : { code: "invalid", fields };
}

/**
 * I8: whether somebody may book over kept time. The client may, when they say that they know (`isSaid`); whoever is not the client
 * may have it held in pencil (`isHeld`) until the client decides. Null means yes.
 */
export function whyNotBook(
  who: Pick<Actor, "role" | "door" | "clientName">,
  over: readonly Pick<KeptSpan, "source" | "title">[],
  word: { isSaid: boolean; isHeld: boolean },
): Refusal | null {
  if (over.length === 0) return null;
  if (isClientInPerson(who) ? word.isSaid : word.isHeld) return null;
  return {
    code: "protected",
    clientName: who.clientName,
    kept: [...new Set(over.map((span) => span.title || keptWords[span.source]))],
  };
}

/** I8: the time that is kept after a post is cut shorter than `least` minutes by the client alone. Null means yes. */
export function whyNotShorten(
  who: Pick<Actor, "role" | "door" | "clientName">,
  minutes: number,
  least: number,
): Refusal | null {
  if (isClientInPerson(who) || minutes >= least) return null;
  return { code: "protected", clientName: who.clientName, kept: [keptWords.window] };
}

/** A scheduled post as far as time is kept after it. */
type KeepingPost = {
  kind: string;
  state: string;
  isFolded: boolean;
  /** Its own hour, or the one at which it is due. */
  hasHour: boolean;
};

/** Whether time is kept after it, however long; the database works the same out. */
function keepsWindow({ kind, state, isFolded, hasHour }: KeepingPost): boolean {
  return kind === "scheduled-post" && state !== "declined" && !isFolded && hasHour;
}

/** I8: the time that is kept after a post (`kept`) falls away on the client's word alone. Null means yes. */
export function whyNotFree(
  who: Pick<Actor, "role" | "door" | "clientName">,
  kept: boolean,
  after: KeepingPost,
): Refusal | null {
  if (isClientInPerson(who) || !kept || keepsWindow(after)) return null;
  return { code: "protected", clientName: who.clientName, kept: [keptWords.window] };
}

/** What kept time without a name is called. */
export const keptWords: Record<KeptSource, string> = {
  protected: "protected time",
  away: "a day away",
  window: "time to answer after a post",
};
