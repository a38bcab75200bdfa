/** The daily mail in words: the same as the cards say, for whoever reads mail and opens nothing. */

import type { DraftOnCard } from "@/lib/domain/draft/view";
import { stop } from "@/lib/domain/full-stop";
import { whoDoes } from "@/lib/domain/person/named";
import { type CardStep, stepOf } from "@/lib/domain/task/card-step";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import { isOverdue } from "@/lib/domain/task/queue-lists";
import { isolate, sayDay } from "@/lib/domain/weekly/words";

/** Where the reader is, and when the mail is written; the zones are IANA names. A day without an hour is one of the desk's. */
export type Where = { zone: string; deskZone: string; at: Date };

/** "For you, Tuesday 24 November: 4 things, about 6 min". Nobody is named: a subject is read by whoever holds the phone. */
export function saySubject(day: string, cards: number, hasMore: boolean, minutes: number): string {
  const things = hasMore ? `more than ${cards} things` : cards === 1 ? "1 thing" : `${cards} things`;
  return `For you, ${sayDay(day)}: ${things}, about ${minutes} min`;
}

/** "24 November, 18:00" where the reader is; without the hour for a day that has none. */
export function sayMoment(iso: string, zone: string, allDay = false): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: zone, day: "numeric", month: "long" };
  const day = new Intl.DateTimeFormat("en-GB", options).format(Date.parse(iso));
  if (allDay) return day;
  const time: Intl.DateTimeFormatOptions = { timeZone: zone, hour: "2-digit", minute: "2-digit" };
  return `${day}, ${new Intl.DateTimeFormat("en-GB", time).format(Date.parse(iso))}`;
}

/** The same with the zone's name where the reader is elsewhere than the desk, whose hour the page behind a link tells. */
function sayHour(iso: string, { zone, deskZone }: Pick<Where, "zone" | "deskZone">): string {
  const [here, there] = [sayMoment(iso, zone), sayMoment(iso, deskZone)];
  return here === there ? here : `${here} (${zone.replaceAll("_", " ")})`;
}

/** Until when, as one short sentence; null when nobody waits. */
export function sayDue(card: ForYouCard, where: Where): string | null {
  const { deskZone, at } = where;
  const { dueAt, replyDueAt, dueAllDay } = card;
  const isReply = replyDueAt !== null && (dueAt === null || Date.parse(replyDueAt) < Date.parse(dueAt));
  const due = isReply ? replyDueAt : dueAt;
  if (due === null) return null;
  const isDay = !isReply && dueAllDay;
  const when = isDay ? sayMoment(due, deskZone, true) : sayHour(due, where);
  const isLate = isOverdue({ dueAt: due, dueAllDay: isDay, replyDueAt: null }, at.getTime(), deskZone);
  if (isReply) return isLate ? `The answer was due ${when}.` : `Answer by ${when}.`;
  return isLate ? `It was due ${when}.` : `Due ${when}.`;
}

/** What helps to decide, a line each: the person, the kind's own facts, and the assistant's note. */
export function sayKnown(card: ForYouCard, where: Pick<Where, "zone" | "deskZone">): string[] {
  const { about, fields, note, noLonger, wasThatIt } = card;
  const otherSide = fields.otherSide || card.whoComes;
  const last = about?.last
    ? `Last: ${about.last.title}, ${about.last.outcome} on ${sayMoment(about.last.at, where.zone, true)}.`
    : "";
  const met = { met: "met", "not-met": "not met", unknown: "unknown" } as const;
  return [
    noLonger?.says ?? "",
    card.lastContact ?? "",
    wasThatIt ?? "",
    last,
    about?.howMet ? stop(`How you met: ${about.howMet}`) : "",
    about?.careful ? stop(`Careful: ${about.careful}`) : "",
    fields.startsAt ? `When: ${sayHour(fields.startsAt, where)}` : "",
    fields.place ? `Where: ${fields.place}` : "",
    fields.link ? `Link: ${fields.link}` : "",
    fields.organiser ? `Organiser: ${fields.organiser}` : "",
    otherSide ? `With: ${otherSide}` : "",
    fields.handle ? `Who: ${fields.handle}` : "",
    fields.between ? `Between: ${fields.between}` : "",
    fields.publishAt ? `Publish: ${sayHour(fields.publishAt, where)}` : "",
    ...(fields.criteria ?? []).map((one) => `${one.text}: ${met[one.met]}`),
    ...(fields.checklist ?? []).map((one) => `${one.text}: ${one.done ? "done" : "open"}`),
    fields.postText ?? "",
    note ? `Note: ${note}` : "",
  ].filter((line) => line !== "");
}

/** To whom the words go, and from where: "By mail to Tomas Lind <tomas@lind.test>, as Mira Holt.", also where a hand puts them. */
export function sayWay({ way, recipients, account }: NonNullable<ForYouCard["draft"]>): string {
  const from = account ? `, as ${account.shownName || account.name}` : "";
  const names = recipients.map(({ name, address }) => (name ? `${name} <${address}>` : address));
  if (way === "elsewhere") {
    const to = names.length > 0 ? ` to ${names.join(", ")}` : "";
    return `By hand${to}${account?.service ? `, on ${account.service}` : ""}${from}.`;
  }
  return names.length > 0
    ? `By mail to ${names.join(", ")}${from}.`
    : "By mail; nobody is named yet to whom.";
}

const steps: Record<CardStep, string | null> = {
  question: null,
  draft: null,
  late: "It was not approved in time, and is held. Give it another time on its page, or let it be.",
  leaving: "It is on its way.",
  "went-out": "You approved these words. Did they go out?",
  wrong: "These words did not get through, or nobody knows whether they did. Open it to see what happened.",
  plain: null,
};

/** "Ana has not put this before you yet.", to the client, where she has not. */
export function sayNotYet({ notYetBy: by }: Pick<DraftOnCard, "notYetBy">): string | null {
  if (by === null) return null;
  return `${isolate(whoDoes(by.name, by.role))} has not put this before you yet.`;
}

/** What stands above the words of a card, where something has to be said first. */
export function sayStep(card: ForYouCard, at: Date): string | null {
  const notYet = card.draft && stepOf(card, at) === "draft" ? sayNotYet(card.draft) : null;
  if (notYet !== null) return notYet;
  if (stepOf(card, at) === "draft" && card.draft?.state === "changes-requested")
    return "You asked for changes; this is how it stands.";
  return steps[stepOf(card, at)];
}

/** "Ana asks:", before the question. */
export function sayAsker({ askedBy, askedByRole }: NonNullable<ForYouCard["decision"]>): string {
  const what = askedByRole === "agent" ? ", an agent," : "";
  return askedBy ? `${isolate(askedBy)}${what} asks:` : "A question:";
}
