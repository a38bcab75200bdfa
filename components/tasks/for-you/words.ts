/** What the client's own buttons say, kind by kind. */

import { dayText, type Place } from "@/components/when";
import { firstName } from "@/lib/domain/person/first-name";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import type { NotNowId } from "@/lib/domain/task/not-now";
import { isOverdue } from "@/lib/domain/task/queue-lists";

/** The one primary button: what it means to have done this. */
export function doneWords(card: Pick<ForYouCard, "kind" | "person">): string {
  switch (card.kind) {
    case "personal-reply":
      return "Done, my words went out";
    case "birthday":
      return card.person ? `I greeted ${firstName(card.person.name)}` : "I sent my greeting";
    case "event-invite":
      return "Answered";
    case "follow-request":
      return "I decided it there";
    case "keep-in-touch":
      return "We were in touch";
    case "meeting-check":
      return "Confirmed with them";
    case "scheduled-post":
      return "Published, time kept";
    case "introduction":
      return "I introduced them";
    case "account-care":
    case "other":
      return "Done";
  }
}

export const notNowWords: Record<NotNowId, string> = {
  "later-today": "Later today",
  tomorrow: "Tomorrow",
  "next-week": "Next week",
};

/** Until when an answer is kind, where that is sooner than the day it is all about: nobody answers an invitation after the feast. */
export function answerUntil({ dueAt, replyDueAt }: Pick<ForYouCard, "dueAt" | "replyDueAt">): string | null {
  const isFirst = replyDueAt !== null && (dueAt === null || Date.parse(replyDueAt) < Date.parse(dueAt));
  return isFirst ? replyDueAt : null;
}

/** "Answer by today 18:00", "Due yesterday"; null when nobody waits. */
export function dueWords(
  card: Pick<ForYouCard, "dueAt" | "replyDueAt" | "dueAllDay">,
  now: number,
  place: Place,
): { says: string; isLate: boolean } | null {
  const until = answerUntil(card);
  const isReply = until !== null;
  const due = until ?? card.dueAt;
  if (due === null) return null;
  const allDay = !isReply && card.dueAllDay;
  const day = dayText(due, now, place, allDay);
  const says = day.replace(/^(Today|Tomorrow|Yesterday)/, (word) => word.toLowerCase());
  const isLate = isOverdue({ dueAt: due, dueAllDay: allDay, replyDueAt: null }, now, place.zone);
  return { says: isReply ? `Answer ${isLate ? "was due" : "by"} ${says}` : `Due ${says}`, isLate };
}

/** "2 of 4 · about 6 min"; where more follow than are shown, "2 of more than 50". */
export function progressWords(position: number, total: number, hasMore: boolean, minutes: number): string {
  const all = hasMore ? `more than ${total}` : `${total}`;
  return `${position} of ${all}${minutes > 0 ? ` · about ${minutes} min` : ""}`;
}
