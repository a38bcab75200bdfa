/** Where the links of the daily mail lead: pages that change nothing by being opened, each with a button that does. */
import { answersTo } from "@/lib/domain/decision/decision";
import { mailedByHand } from "@/lib/domain/draft/by-hand";
import { stepOf } from "@/lib/domain/task/card-step";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** What a link of the mail asks for. */
export const cardVerbs = ["approve", "edit", "not-now", "answer", "changes", "hand-over", "decline"] as const;
export type CardVerb = (typeof cardVerbs)[number];

/** A link below a card. `isInk`: the one that makes the client's word; `isQuiet`: what is asked for more rarely. */
export type CardLink = { label: string; href: string; isInk: boolean; isQuiet?: boolean };

/** The links of one card, for what it asks now. `desk` is the desk's address, without a slash at its end. */
export function linksOf(card: ForYouCard, desk: string, at: Date): CardLink[] {
  const page = (verb: CardVerb, query = "") => `${desk}/you/${verb}/${card.id}${query}`;
  const notNow = { label: "Not now", href: page("not-now"), isInk: false };
  const openDraft = { label: "Open the draft", href: `${desk}/tasks/${card.id}/draft`, isInk: false };
  const { decision, draft } = card;
  const step = stepOf(card, at);
  const quiet = (verb: CardVerb, label: string) => ({ label, href: page(verb), isInk: false, isQuiet: true });
  const others = [
    quiet("hand-over", handOverLabel(card, "your assistant", step === "draft")),
    quiet("decline", "Decline"),
  ];
  switch (step) {
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
        // What its writer has not put forward may break off in the middle: that is looked at first.
        draft?.notYetBy
          ? { ...openDraft, label: "Open it" }
          : { label: approveLabel(card), href: page("approve", `?seal=${draft?.seal}`), isInk: true },
        { label: "Edit in ink", href: page("edit"), isInk: false },
        notNow,
        ...(draft?.state === "submitted" ? [quiet("changes", "Ask for changes")] : []),
        ...others,
      ];
    case "late":
      return [openDraft, notNow, ...others];
    case "leaving":
      return [openDraft, notNow];
    case "went-out":
    case "wrong":
      return [{ label: "Open it", href: `${desk}/you`, isInk: false }, notNow];
    case "plain":
      return [{ label: "Open it", href: `${desk}/tasks/${card.id}`, isInk: false }, notNow, ...others];
  }
}

/** The one primary button of a draft, on the card, in the mail and behind its link. */
export function approveLabel(card: Pick<ForYouCard, "draft" | "message">): string {
  if (card.draft?.takesKept) return "Send over protected time";
  if (card.draft?.answer && card.draft.text.trim() === "") return "Approve & send";
  if (card.draft?.way !== "elsewhere") return "Send as is";
  const place = placeOf(card);
  return place === null ? "Approve and copy" : `Approve, copy and open ${place}`;
}

/** The same where the client types other words. */
export function inkLabel(card: Pick<ForYouCard, "draft" | "message">): string {
  if (card.draft?.way !== "mail") return approveLabel(card);
  return card.draft.takesKept ? "Approve & send over protected time" : "Approve & send";
}

/** The loosening, in the client's words. `isAnswer`: words lie before them, to be answered with. */
export function handOverLabel(
  card: Pick<ForYouCard, "tag">,
  assistantShort: string,
  isAnswer = false,
): string {
  const one = assistantShort === "your assistant" ? "My assistant" : assistantShort;
  return card.tag === "must-be-you"
    ? `${one} may ${isAnswer ? "answer" : "do"} this one`
    : `Back to ${one === "My assistant" ? "my assistant" : one}`;
}

/** What the place is called where approved words are put by hand; null where none is known. */
function placeOf({ draft, message }: Pick<ForYouCard, "draft" | "message">): string | null {
  if (draft?.account?.pageUrl) return draft.account.service || draft.account.name;
  if (message?.url) return message.service || "where it came from";
  return draft && mailedByHand(draft.recipients, message).length > 0 ? "a mail" : null;
}

function answerLabel(choices: readonly string[], answer: string): string {
  if (choices.length === 0) return { yes: "Yes", no: "No" }[answer] ?? "Need more";
  return answer === "more" ? "Need more" : `${answer}. ${choices[Number(answer) - 1]}`;
}
