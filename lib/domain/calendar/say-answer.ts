import type { AnswerKind, CalendarAnswer } from "@/lib/domain/calendar/answer";
import { kindOfAnswer } from "@/lib/domain/calendar/answer-of";
import { sayMoment, saySpan } from "@/lib/domain/calendar/say-moment";
import { instantAt, isZone } from "@/lib/domain/calendar/zone-day";

const subjects: Record<AnswerKind, string> = {
  accepted: "Accepted",
  tentative: "Tentative",
  declined: "Declined",
  counter: "New time proposed",
};
const verbs: Record<AnswerKind, string> = {
  accepted: "accepts",
  tentative: "may come to",
  declined: "declines",
  counter: "proposes another time for",
};

/** The subject of the mail that an answer goes in, as calendars have it. The database knows these four as well. */
export function answerSubject(answer: CalendarAnswer): string {
  return `${subjects[kindOfAnswer(answer)]}: ${answer.summary}`;
}

/**
 * The sentence that a person reads in the mail of an answer, with the time on the wall of its zone (of the desk, where it is in UTC): "Mira Okafor accepts “Budget
 * review”, Thu 3 Dec, 10:00–10:30 (Europe/Berlin)." A proposal for one time of a series says for which. `answeredBy` is the assistant
 * who answered, null where it was the client.
 */
export function sayAnswer(
  answer: CalendarAnswer,
  who: { client: string; answeredBy: string | null; zone: string },
): string {
  // Google writes every single time in UTC, where hardly anybody lives.
  const zone = answer.zone === null || answer.zone === "UTC" ? who.zone : answer.zone;
  const days = answer.allDay && answer.firstDay !== null && answer.endDay !== null;
  const when = days
    ? saySpan(`${answer.firstDay}T00:00:00Z`, `${answer.endDay}T00:00:00Z`, true, "UTC")
    : `${saySpan(answer.startsAt, answer.endsAt, answer.allDay, zone)} (${zone})`;
  const kind = kindOfAnswer(answer);
  const { recurrenceId } = answer;
  const which = recurrenceId === null ? "" : ` on ${sayWhich(recurrenceId, zone)}, for that one time only`;
  const time = kind === "counter" ? `${which}: ${when}` : `, ${when}`;
  const by = who.answeredBy === null ? "" : ` · answered by ${who.answeredBy} for ${who.client}`;
  return `${who.client} ${verbs[kind]} “${answer.summary}”${time}${by}`;
}

/** Which time of a series a RECURRENCE-ID means, on the wall of `here`: "Thu 3 Dec, 10:00". */
export function sayWhich(
  { local, zone, isDay }: NonNullable<CalendarAnswer["recurrenceId"]>,
  here: string,
): string {
  const [day, time = "00:00"] = [local.slice(0, 10), local.slice(11) || undefined];
  if (isDay || zone === null || !isZone(zone)) return sayMoment(`${day}T${time}Z`, isDay, "UTC");
  return sayMoment(new Date(instantAt(day, time, zone)).toISOString(), false, here);
}

/** The words of the mail: the sentence, and the note to the organiser below it, where there is one. */
export function answerText(sentence: string, words: string): string {
  return words.trim() === "" ? sentence : `${sentence}\n\n${words}`;
}
