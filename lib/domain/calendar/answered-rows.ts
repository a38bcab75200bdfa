/** E3. WHICH ENTRIES AN ANSWER IS TO: one of them, or a series with the days of it that were moved. */
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import type { Slot } from "@/lib/domain/calendar/conflicts";

type Row = {
  recurrenceId: string;
  status: string;
  answer: "" | "needs-action" | "accepted" | "tentative" | "declined";
};

/** What an answer to a whole series promises: every entry of it that stands (RFC 5546 §3.2.3: without RECURRENCE-ID it is to all of them). */
export function promisedRows<R extends Row>(series: readonly R[]): R[] {
  return series.filter(({ status }) => status.toUpperCase() !== "CANCELLED");
}

/** What is answered by an answer to a whole series: the series, and the days of it that stand and have no answer of their own. */
export function answeredRows<R extends Row>(series: readonly R[]): R[] {
  const whole = series.find(({ recurrenceId }) => recurrenceId === "");
  return promisedRows(series).filter(
    (row) => row === whole || row.answer === "needs-action" || row.answer === whole?.answer,
  );
}

/**
 * Whether an answer is to an entry as it is now: what happens once, or is one day, is so at the very time that was answered (`time`: when it
 * happens, ISO UTC), whatever else is said of it; a series, and what another time was proposed for, in the version that was answered.
 */
export function isAnswerTo(
  { method, sequence, startsAt, endsAt }: CalendarAnswer,
  entry: { sequence: number; isRepeating: boolean; time: Slot | null },
): boolean {
  if (method === "COUNTER" || entry.isRepeating) return entry.sequence <= sequence;
  const { time } = entry;
  if (time === null) return false;
  return Date.parse(time.startsAt) === Date.parse(startsAt) && Date.parse(time.endsAt) === Date.parse(endsAt);
}

/**
 * Which of the times that come a proposal is for (RFC 5546 §3.2.7: of a series, one time of it): the next that begins, or else what is
 * going on. Null where nothing comes.
 */
export function timeToPropose<T extends { startsAt: Date }>(coming: readonly T[], at: Date): T | null {
  return coming.find(({ startsAt }) => startsAt > at) ?? coming[0] ?? null;
}
