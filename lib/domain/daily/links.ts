/** Where the links of the daily mail lead: pages that change nothing by being opened, each with a button that does. */
import { answersTo } from "@/lib/domain/decision/decision";
import { stepOf } from "@/lib/domain/task/card-step";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** What a link of the mail asks for. */
export const cardVerbs = ["approve", "edit", "not-now", "answer"] as const;
export type CardVerb = (typeof cardVerbs)[number];

/** A link below a card. `isInk`: the one that makes the client's word. */
export type CardLink = { label: string; href: string; isInk: boolean };

/** The links of one card, for what it asks now. `desk` is the desk's address, without a slash at its end. */
export function linksOf(card: ForYouCard, desk: string, at: Date): CardLink[] {
  const page = (verb: CardVerb, query = "") => `${desk}/you/${verb}/${card.id}${query}`;
  const notNow = { label: "Not now", href: page("not-now"), isInk: false };
  const { decision, draft } = card;
  switch (stepOf(card, at)) {
    case "question":
      return [
        ...answersTo(decision?.choices ?? []).map((answer) => ({
          label: answerLabel(decision?.choices ?? [], answer),
          href: page("answer", `?decision=${decision?.id}&to=${answer}`),
          isInk: answer !== "more",
        })),
        notNow,
      ];
    case "draft":
      return [
        { label: approveLabel(card), href: page("approve", `?seal=${draft?.seal}`), isInk: true },
        { label: "Edit in ink", href: page("edit"), isInk: false },
        notNow,
      ];
    case "late":
    case "leaving":
      return [{ label: "Open the draft", href: `${desk}/tasks/${card.id}/draft`, isInk: false }, notNow];
    case "went-out":
    case "wrong":
      return [{ label: "Open it", href: `${desk}/you`, isInk: false }, notNow];
    case "plain":
      return [{ label: "Open it", href: `${desk}/tasks/${card.id}`, isInk: false }, notNow];
  }
}

/** The one primary button of a draft, on the card, in the mail and behind its link. */
export function approveLabel(card: Pick<ForYouCard, "draft" | "message">): string {
  if (card.draft?.way !== "elsewhere") return "Send as is";
  const place = placeOf(card);
  return place === null ? "Approve and copy" : `Approve, copy and open ${place}`;
}

/** What the place is called where approved words are put by hand; null where none is known. */
function placeOf({ draft, message }: Pick<ForYouCard, "draft" | "message">): string | null {
  if (draft?.account?.pageUrl) return draft.account.service || draft.account.name;
  if (message?.url) return message.service || "where it came from";
  return draft?.recipients.some((one) => one.field === "to") ? "a mail" : null;
}

function answerLabel(choices: readonly string[], answer: string): string {
  if (choices.length === 0) return { yes: "Yes", no: "No" }[answer] ?? "Need more";
  return answer === "more" ? "Need more" : `${answer}. ${choices[Number(answer) - 1]}`;
}
