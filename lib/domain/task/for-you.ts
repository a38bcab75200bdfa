/** FOR YOU: what lies before the client today, in which order, and about how long each takes. */
import { isOpen, type TaskKind } from "@/lib/domain/task/task";
import type { KindFields, TaskRow } from "@/lib/domain/task/view";

type Facts = Pick<
  TaskRow,
  | "id"
  | "state"
  | "tag"
  | "mergedIntoId"
  | "snoozedUntil"
  | "snoozedUntilAnswer"
  | "dueAt"
  | "replyDueAt"
  | "priority"
  | "createdAt"
>;

/** One card: the task, and what helps to decide. Instants are ISO UTC. */
export type ForYouCard = TaskRow & {
  message: { text: string; from: string; receivedAt: string | null; service: string | null } | null;
  note: string;
  fields: KindFields;
  /** What it asks when contact was logged meanwhile: "Ana logged a call on Tuesday: was that it?" */
  wasThatIt: string | null;
  /** What one should know of the person: only what somebody wrote down. */
  about: {
    howMet: string;
    careful: string;
    last: { title: string; outcome: "done" | "declined"; at: string } | null;
  } | null;
};

/** The pile. `seq` is the live cursor at the moment of reading. */
export type ForYouView = { seq: number; cards: ForYouCard[]; hasMore: boolean };

/** The most that one sitting shows; whoever has more before them sees that there is more. */
export const pileLimit = 50;

/**
 * Whether a task lies before the client: what was put there, and what must be them and is due by the end of today, or whose
 * answer is. What sleeps, or waits for somebody else, does not.
 * Both instants are ISO UTC; `endOfToday` is the first instant of tomorrow where the client lives.
 */
export function liesBeforeClient(task: Facts, at: string, endOfToday: string): boolean {
  if (!isOpen(task) || task.snoozedUntilAnswer) return false;
  if (task.snoozedUntil !== null && Date.parse(task.snoozedUntil) > Date.parse(at)) return false;
  if (task.state === "client") return true;
  if (task.state === "waiting" || task.tag !== "must-be-you") return false;
  const due = dueAt(task);
  return due !== null && due < Date.parse(endOfToday);
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

/** About how many minutes these take together: an honest guess by kind, never a measure of anybody. */
export function minutesFor(tasks: readonly { kind: TaskKind }[]): number {
  return tasks.reduce((sum, task) => sum + minutes[task.kind], 0);
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
