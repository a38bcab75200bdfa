/** WHAT IS REAL CONTACT with somebody: everything that restarts the time until one should be in touch again. */
import { dayAt, instantAt } from "@/lib/domain/calendar/zone-day";
import type { TaskKind } from "@/lib/domain/task/task";

/** How one was in contact outside a task. */
export const contactHows = ["call", "meeting", "message", "letter", "gift", "other"] as const;
export type ContactHow = (typeof contactHows)[number];

/** Tasks whose doing reaches the person; asking after a request, checking a date or pruning an account does not. */
export const kindsOfContact: readonly TaskKind[] = [
  "personal-reply",
  "birthday",
  "event-invite",
  "keep-in-touch",
  "introduction",
];

/** Something that may have been contact: what a task did, what somebody noted, or an entry of the calendar. */
export type MaybeContact =
  | { source: "gesture"; kind: TaskKind; outcome: "done" | "declined"; isUndone: boolean }
  | { source: "contact"; isRemoved: boolean }
  | {
      source: "meeting";
      endsAt: string;
      status: string;
      held: boolean;
      answer: string | null;
      clientAnswer: string | null;
    };

/**
 * Whether it was real contact by `at` (ISO UTC). What either side declined, what was taken back or cancelled, is still to come,
 * or was never promised, was none: what is held in pencil, and an invitation that the client did not answer.
 */
export function isRealContact(what: MaybeContact, at: string): boolean {
  switch (what.source) {
    case "gesture":
      return what.outcome === "done" && !what.isUndone && kindsOfContact.includes(what.kind);
    case "contact":
      return !what.isRemoved;
    case "meeting":
      return (
        Date.parse(what.endsAt) <= Date.parse(at) &&
        what.status.toLowerCase() !== "cancelled" &&
        !what.held &&
        what.answer?.toLowerCase() !== "declined" &&
        !["declined", "needs-action"].includes(what.clientAnswer?.toLowerCase() ?? "")
      );
  }
}

/** The last contacts with somebody. `at` ISO UTC; `title` what the task or the meeting is called; `by` who did or noted it. */
export type LastContact = {
  personId: string;
  at: string;
  source: MaybeContact["source"];
  how: ContactHow | TaskKind;
  title: string;
  note: string;
  by: string;
  isByAgent: boolean;
  taskId: string | null;
  isPrivate: boolean;
};

const said: Partial<Record<ContactHow | TaskKind, string>> = {
  call: "a call",
  meeting: "a meeting",
  message: "a message",
  letter: "a letter",
  gift: "a gift",
  "personal-reply": "an answer",
  birthday: "a greeting",
  "event-invite": "an answer to an invitation",
  "keep-in-touch": "a few words",
  introduction: "an introduction",
};

/** "a call", "a letter", "a greeting"; "contact" for whatever has no better word. */
export function sayContact(how: ContactHow | TaskKind): string {
  return said[how] ?? "contact";
}

/**
 * The instant (ISO UTC) to keep for contact of which the day alone is known, "YYYY-MM-DD" in the zone: `now` (milliseconds
 * since 1970) when it is today, else noon there.
 */
export function contactAt(day: string, now: number, zone: string): string {
  return new Date(day === dayAt(now, zone) ? now : instantAt(day, "12:00", zone)).toISOString();
}
