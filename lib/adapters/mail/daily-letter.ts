import { dailyHtml } from "@/lib/adapters/mail/daily-html";
import { dailyText } from "@/lib/adapters/mail/daily-text";
import type { WrittenLetter } from "@/lib/adapters/mail/letter";
import { answerText, sayAnswer } from "@/lib/domain/calendar/say-answer";
import { type CardLink, linksOf } from "@/lib/domain/daily/links";
import { sayAsker, sayDue, sayKnown, sayStep, saySubject, sayWay } from "@/lib/domain/daily/words";
import { saysSomething } from "@/lib/domain/draft/draft";
import type { DraftOnCard } from "@/lib/domain/draft/view";
import { stepOf } from "@/lib/domain/task/card-step";
import { type ForYouCard, type ForYouView, minutesFor } from "@/lib/domain/task/for-you";
import { isolate, sayDay } from "@/lib/domain/weekly/words";

/** Where the mail goes, on which day ("YYYY-MM-DD" in `zone`, the reader's), and from which public origin its links are built. */
export type DailyAddress = {
  to: string;
  workspaceId: string;
  slug: string;
  origin: string;
  zone: string;
  deskZone: string;
  day: string;
  at: Date;
};

/** One card as both halves of the mail tell it. */
export type DailyItem = {
  place: string;
  title: string;
  who: string;
  due: string | null;
  message: { text: string; from: string } | null;
  known: string[];
  step: string | null;
  question: { by: string; text: string } | null;
  draft: { text: string; subject: string; way: string; whose: string; files: string[] } | null;
  links: CardLink[];
};

/** The whole mail, before it is text or HTML. */
export type Daily = {
  subject: string;
  heading: string;
  lead: string;
  items: DailyItem[];
  hasMore: boolean;
  page: string;
  settings: string;
};

/** The client's pile as the message that leaves: HTML and, as complete, plain text; nothing in it comes from elsewhere. */
export function writeDailyLetter(pile: ForYouView, address: DailyAddress): WrittenLetter {
  const { to, workspaceId, slug, origin, day } = address;
  const desk = `${origin}/w/${slug}`;
  const minutes = minutesFor(pile.cards);
  const daily: Daily = {
    subject: saySubject(day, pile.cards.length, pile.hasMore, minutes),
    heading: `For you, ${sayDay(day)}`,
    lead: `What is before you today. About ${minutes} min.`,
    items: pile.cards.map((card, n) => toItem(card, `${n + 1} of ${pile.cards.length}`, desk, address)),
    hasMore: pile.hasMore,
    page: `${desk}/you`,
    settings: `${desk}/settings/mail`,
  };
  return {
    to,
    workspaceId,
    subject: daily.subject,
    text: dailyText(daily),
    html: dailyHtml(daily),
    messageId: `<${crypto.randomUUID()}@${new URL(origin).hostname}>`,
  };
}

/** What leaves: of an answer to an invitation the sentence that the organiser reads, with the note below it. */
function wordsOf({ answer, text }: DraftOnCard, { deskZone }: DailyAddress): string {
  if (answer === null) return text;
  const who = { client: answer.attendee.name, answeredBy: null, zone: deskZone };
  return answerText(sayAnswer(answer, who), text);
}

function toItem(card: ForYouCard, place: string, desk: string, where: DailyAddress): DailyItem {
  const { message, draft, decision, person } = card;
  const step = stepOf(card, where.at);
  return {
    place,
    title: card.title,
    who: person?.name ?? message?.from ?? "",
    due: sayDue(card, where),
    message: message?.text ? { text: message.text, from: message.from } : null,
    known: sayKnown(card, where),
    step: sayStep(card, where.at),
    question: decision && step === "question" ? { by: sayAsker(decision), text: decision.question } : null,
    draft:
      draft && saysSomething(draft)
        ? {
            text: wordsOf(draft, where),
            subject: draft.way === "mail" ? draft.subject : "",
            way: sayWay(draft),
            whose: draft.text.trim() === "" ? "" : draft.howMuch,
            files: draft.attachments.map((file) => isolate(file.name)),
          }
        : null,
    links: linksOf(card, desk, where.at),
  };
}
