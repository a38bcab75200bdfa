import type { AnswerKind, CalendarAnswer, Partstat } from "@/lib/domain/calendar/answer";
import type { Slot } from "@/lib/domain/calendar/conflicts";
import { dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";

/** An invitation as an answer needs it: what was asked, by whom, of whom. Times of its next happening, instants ISO UTC. */
export type Invited = Pick<
  CalendarAnswer,
  | "uid"
  | "recurrenceId"
  | "sequence"
  | "summary"
  | "organiser"
  | "attendee"
  | "startsAt"
  | "endsAt"
  | "allDay"
  | "firstDay"
  | "endDay"
  | "zone"
  | "place"
>;

/** A time that is proposed; whole days have their dates as well, the end not included. */
type Proposed = Slot & Partial<Pick<CalendarAnswer, "firstDay" | "endDay">>;

const partstats: Record<AnswerKind, Partstat> = {
  accepted: "ACCEPTED",
  tentative: "TENTATIVE",
  declined: "DECLINED",
  // Who proposes another time has not said no (as Outlook has it).
  counter: "TENTATIVE",
};
/** So that it fits into a subject with what stands before it. */
const longestSummary = 300;

/** What an answer says to the organiser's calendar: the invitation's own time or, of a counter (RFC 5546 §3.2.7), the one proposed. */
export function answerOf(invited: Invited, answer: AnswerKind, slot: Proposed | null): CalendarAnswer {
  const summary = onOneLine(invited.summary).slice(0, longestSummary).toWellFormed() || "your invitation";
  const said = { ...invited, summary, place: onOneLine(invited.place) };
  if (answer !== "counter" || slot === null) return { ...said, method: "REPLY", partstat: partstats[answer] };
  const { startsAt, endsAt, firstDay = null, endDay = null } = slot;
  const proposed = { startsAt, endsAt, allDay: firstDay !== null && endDay !== null, firstDay, endDay };
  return { ...said, ...proposed, method: "COUNTER", partstat: partstats.counter };
}

/** For whole days, from midnight to midnight in `zone`, whole days are proposed; anything else is a time. */
export function proposedFor({ allDay }: Pick<Invited, "allDay">, slot: Slot, zone: string): Proposed {
  const [from, to] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)];
  const [firstDay, endDay] = [dayAt(from, zone), dayAt(to, zone)];
  const isDays = startOfDay(firstDay, zone) === from && startOfDay(endDay, zone) === to;
  return allDay && isDays ? { ...slot, firstDay, endDay } : slot;
}

/** Which of the four it is. */
export function kindOfAnswer({ method, partstat }: Pick<CalendarAnswer, "method" | "partstat">): AnswerKind {
  if (method === "COUNTER") return "counter";
  return partstat === "ACCEPTED" ? "accepted" : partstat === "DECLINED" ? "declined" : "tentative";
}

/** The same answer of an invitation that has changed since; what was proposed stays so. */
export function answerAgain(before: CalendarAnswer, invited: Invited): CalendarAnswer {
  return answerOf(invited, kindOfAnswer(before), before.method === "COUNTER" ? before : null);
}

/** What the client's side has said once the answer is out: a proposal leaves it open. */
export function answeredWith(answer: CalendarAnswer): "accepted" | "tentative" | "declined" {
  const kind = kindOfAnswer(answer);
  return kind === "counter" ? "tentative" : kind;
}

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
