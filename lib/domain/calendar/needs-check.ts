/** E4. Which meetings are double-checked, how long before, and as what. */

/** What the rule looks at. `isAwaited`: somebody else than the client comes, and has not said no. */
export type Meeting = {
  allDay: boolean;
  status: string;
  transparent: boolean;
  held: boolean;
  answer: "" | "needs-action" | "accepted" | "tentative" | "declined";
  wantsCheck: boolean | null;
  isAwaited: boolean;
};

/**
 * Whether a meeting is double-checked: it has a time, it stands, and somebody is met, or waits for the client by invitation. The
 * entry's own word (always, never) goes before; what is not promised yet is not checked.
 */
export function needsCheck(meeting: Meeting): boolean {
  const { allDay, status, held, answer, wantsCheck, transparent, isAwaited } = meeting;
  if (allDay || held || status.toUpperCase() === "CANCELLED") return false;
  if (answer === "declined" || answer === "needs-action") return false;
  if (wantsCheck !== null) return wantsCheck;
  return !transparent && (isAwaited || answer !== "");
}

/** How many hours before: as the guests' circles ask, the longest of them; as usual on the desk where none does. */
export function hoursBefore(ofCircles: readonly (number | null)[], ofDesk: number): number {
  const said = ofCircles.filter((hours) => hours !== null);
  return said.length === 0 ? ofDesk : Math.max(...said);
}

const HOUR = 3_600_000;

/**
 * By when it is to be confirmed: so many hours before it begins. What is asked later than that has an hour, and the beginning
 * itself at the latest. Instants, milliseconds since 1970.
 */
export function confirmBy(startsAt: number, escalateHours: number, at: number): number {
  return Math.max(startsAt - escalateHours * HOUR, Math.min(at + HOUR, startsAt));
}

/** One check per happening, time, and time that a check of it was lost. */
export function checkKey(eventId: string, startsAt: string, lost: number): string {
  return `check:${eventId}:${startsAt}:${lost}`;
}

/** A mail about an unconfirmed meeting is sent once for every time it has. */
export function uncheckedKey(eventId: string, startsAt: string): string {
  return `unchecked:${eventId}:${startsAt}`;
}

/** "Double-check · Lunch at the harbour". */
export function checkTitle(summary: string): string {
  return `Double-check · ${[...(summary || "Untitled event")].slice(0, 300).join("")}`;
}

/** Who is met: "Priya Raman", "Priya Raman and Tomas Lind", "Priya Raman and 3 more". */
export function sayOtherSide(names: readonly string[]): string {
  const [first = "", second, ...more] = names;
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} more`;
}

const moved = {
  moved: "The meeting was moved since this was asked: what was confirmed before counts no more.",
  gone: "This is not in the calendar any more: there is nothing to confirm.",
};

/** What a check says whose meeting moved, or is no more. */
export function sayMoved(kind: keyof typeof moved): string {
  return moved[kind];
}
