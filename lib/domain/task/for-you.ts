/** FOR YOU: what lies before the client today, in which order, and about how long each takes. */
import { addDays, dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { wordStarts } from "@/lib/domain/draft/count-words";
import type { SendingState } from "@/lib/domain/draft/draft";
import type { DecisionView, DraftOnCard } from "@/lib/domain/draft/view";
import { isOpen, type TaskKind } from "@/lib/domain/task/task";
import type { KindFields, NoLonger, TaskRow } from "@/lib/domain/task/view";

type Facts = Pick<
  TaskRow,
  | "id"
  | "state"
  | "tag"
  | "mergedIntoId"
  | "snoozedUntil"
  | "snoozedUntilAnswer"
  | "dueAt"
  | "dueAllDay"
  | "replyDueAt"
  | "priority"
  | "createdAt"
>;

/** One card: the task, and what helps to decide. Instants are ISO UTC. */
export type ForYouCard = TaskRow & {
  message: {
    text: string;
    from: string;
    receivedAt: string | null;
    service: string | null;
    url: string | null;
  } | null;
  note: string;
  /** With whom a checked meeting is, as far as the reader may know. */
  whoComes: string;
  fields: KindFields;
  /** The last contact with somebody to keep in touch with, as far as the reader may know. */
  lastContact: string | null;
  /** What it asks when contact was logged meanwhile: "Ana logged a call on Tuesday: was that it?" */
  wasThatIt: string | null;
  /** Where its day is gone or another now, or its person has died. */
  noLonger: NoLonger | null;
  /** What one should know of the person: only what somebody wrote down. */
  about: {
    howMet: string;
    careful: string;
    last: { title: string; outcome: "done" | "declined"; at: string } | null;
  } | null;
  /** The words that were prepared, as far as they have got; null while nobody has begun. */
  draft: DraftOnCard | null;
  /** What the client is asked, while it is open. */
  decision: DecisionView | null;
};

/** The pile. `seq` is the live cursor at the moment of reading. */
export type ForYouView = { seq: number; cards: ForYouCard[]; hasMore: boolean };

/** The most that one sitting shows; whoever has more before them sees that there is more. */
export const pileLimit = 50;

/** What is due today is due before `hours`, or, where it has a day and no hour, before `days`: its day began at midnight of the desk. */
export type EndOfToday = { hours: Date; days: Date };

/** When today ends where the reader is, and the same day at the desk, whose days a task without an hour is due on. */
export function endOfToday(at: Date, readerZone: string, deskZone: string): EndOfToday {
  const tomorrow = addDays(dayAt(at.getTime(), readerZone), 1);
  return {
    hours: new Date(startOfDay(tomorrow, readerZone)),
    days: new Date(startOfDay(tomorrow, deskZone)),
  };
}

/**
 * Whether a task lies before the client: what was put there, what must be them and is due by the end of today, or whose
 * answer is, and words that went wrong on their way. What sleeps, waits for somebody else, or for its words to leave, does not.
 * `at` is ISO UTC; `sending` is how far the words have got that were let go.
 */
export function liesBeforeClient(
  task: Facts,
  at: string,
  tonight: EndOfToday,
  sending: SendingState | null = null,
): boolean {
  if (!isOpen(task) || task.snoozedUntilAnswer) return false;
  if (task.snoozedUntil !== null && Date.parse(task.snoozedUntil) > Date.parse(at)) return false;
  if (task.state === "client" || sending === "failed" || sending === "unsure") return true;
  if (sending !== null && sending !== "stopped") return false;
  if (task.state === "waiting" || task.tag !== "must-be-you") return false;
  return (
    isBefore(task.dueAt, task.dueAllDay ? tonight.days : tonight.hours) ||
    isBefore(task.replyDueAt, tonight.hours)
  );
}

function isBefore(due: string | null, end: Date): boolean {
  return due !== null && Date.parse(due) < end.getTime();
}

/** First what was marked first, then what is due first; what has no day counts from when it came. */
export function inPileOrder<T extends Facts>(tasks: readonly T[]): T[] {
  return [...tasks].sort(
    (a, b) => first(a) - first(b) || sortAt(a) - sortAt(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

const minutes: Record<TaskKind, number> = {
  "personal-reply": 2,
  birthday: 2,
  "event-invite": 1,
  "follow-request": 1,
  "keep-in-touch": 3,
  "meeting-check": 1,
  "scheduled-post": 2,
  introduction: 3,
  "account-care": 2,
  other: 2,
};

/** Reading goes at about so many words a minute; and this long it takes to make up one's mind. */
const WORDS_A_MINUTE = 200;
const DECIDING = 0.5;

type Timed = {
  kind: TaskKind;
  draft?: Pick<DraftOnCard, "text"> | null;
  decision?: Pick<DecisionView, "answer"> | null;
};

/**
 * About how many minutes these take together, in whole ones: a question half a minute, a draft as long as it is to read and
 * half a minute more, the rest an honest guess by kind. Never a measure of anybody.
 */
export function minutesFor(cards: readonly Timed[]): number {
  return Math.ceil(cards.reduce((sum, card) => sum + minutesOf(card), 0));
}

function minutesOf({ kind, draft, decision }: Timed): number {
  if (decision && decision.answer === null) return DECIDING;
  const words = draft ? wordStarts(draft.text).length : 0;
  return words > 0 ? words / WORDS_A_MINUTE + DECIDING : minutes[kind];
}

function first(task: Facts): number {
  return task.priority === 1 ? 0 : 1;
}

function sortAt(task: Facts): number {
  return dueAt(task) ?? Date.parse(task.createdAt);
}

function dueAt(task: Facts): number | null {
  const dates = [task.dueAt, task.replyDueAt].filter((date) => date !== null).map((date) => Date.parse(date));
  return dates.length > 0 ? Math.min(...dates) : null;
}
