/** Which buttons stand below a card, for what it asks: one primary, some beside each other, two quiet ones; and each one's key. */
import { doneWords } from "@/components/tasks/for-you/words";
import { entryAskedAbout } from "@/lib/domain/calendar/ask-kept";
import { approveLabel, handOverLabel, inkLabel } from "@/lib/domain/daily/links";
import { answersTo, sayAnswer } from "@/lib/domain/decision/decision";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";
import type { CardStep } from "@/lib/domain/task/card-step";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** What a button asks for; "answer:2" is the second choice. */
export type CardDeed =
  | "complete"
  | "with-note"
  | "not-now"
  | "hand-over"
  | "decline"
  | "take-back"
  | "approve"
  | "approve-ink"
  | "edit"
  | "leave-ink"
  | "ask-changes"
  | "went-out"
  | "copy-again"
  | "lift-time"
  | "open-draft"
  | "undo-draft"
  | "again"
  | "settle-went"
  | "settle-drop"
  | `answer:${string}`;

export type CardButton = { deed: CardDeed; label: string; shortcut: string | null };
export type CardButtons = { primary: CardButton[]; beside: CardButton[]; quiet: CardButton[] };

const button = (deed: CardDeed, label: string, shortcut: string | null = null): CardButton => ({
  deed,
  label,
  shortcut,
});
const notNow = button("not-now", "Not now", "H");
const decline = button("decline", "Decline", "3");
/** The card itself has the answers to an invitation; what was done about it elsewhere stands below them. */
const answeredAbove = { primary: [], beside: [button("with-note", "Answered another way", "D"), notNow] };

/** The buttons of a card. `isInInk`: the client is writing. */
export function buttonsOf(
  card: ForYouCard,
  step: CardStep,
  isInInk: boolean,
  assistantShort: string,
): CardButtons {
  const { draft, decision } = card;
  const handOver = button("hand-over", handOverLabel(card, assistantShort, step === "draft"), "T");
  // Without a key: it may come while one looks, and no key then does something else than it did.
  const takeBack = card.noLonger?.canTakeBack ? [button("take-back", "Take it back")] : [];
  const changes = draft?.can.askChanges ? [button("ask-changes", "Ask for changes", "C")] : [];
  if (isInInk && draft)
    return {
      primary: [button("approve-ink", inkLabel(card), "Ctrl ⏎")],
      beside: [button("leave-ink", "Back to the pencil"), notNow],
      quiet: [],
    };
  switch (step) {
    case "question":
      return {
        primary: answersTo(decision?.choices ?? []).map((answer) =>
          button(`answer:${answer}`, sayAnswer(decision?.choices ?? [], answer), answerKey(answer)),
        ),
        beside: [],
        // Whether an entry may be in kept time is said with yes or no, and no other way.
        quiet: entryAskedAbout(card) === null ? [notNow, { ...decline, shortcut: null }] : [notNow],
      };
    case "draft":
      // An answer without a word is given where it is asked, too; one that was called back, there alone.
      if (asksForAnswer(card) && draft?.answer && draft.text.trim() === "") {
        const primary = draft.state === "draft" ? [] : [button("approve", approveLabel(card), "1")];
        return { ...answeredAbove, primary, quiet: [...changes, handOver, decline] };
      }
      return {
        primary: [button("approve", approveLabel(card), "1")],
        beside: [button("edit", "Edit in ink", "E"), notNow],
        quiet: [...changes, ...takeBack, handOver, decline],
      };
    case "late":
      return {
        primary: [button("lift-time", "It may still go: look again", "1")],
        beside: [button("open-draft", "Give it another time", "P"), notNow],
        quiet: [handOver, decline],
      };
    case "went-out":
      return {
        primary: [button("went-out", "Yes, it went out", "1")],
        beside: [button("copy-again", "Copy and open again", "C"), button("not-now", "Not yet", "H")],
        quiet: [button("undo-draft", "Undo the approval")],
      };
    case "leaving":
      return {
        primary: [],
        beside: [button("undo-draft", "Undo"), button("open-draft", "Open the draft", "P")],
        quiet: [],
      };
    case "wrong": {
      const isUnsure = draft?.sending?.state === "unsure";
      return {
        primary: isUnsure
          ? [button("settle-went", "It went out", "1")]
          : [button("again", "Send again", "1")],
        beside: isUnsure
          ? [button("settle-drop", "It did not: drop it"), button("again", "Send it once more"), notNow]
          : [button("undo-draft", "Drop it"), button("open-draft", "Open the draft", "P")],
        quiet: isUnsure ? [] : [notNow],
      };
    }
    case "plain":
      if (asksForAnswer(card)) return { ...answeredAbove, quiet: [handOver, decline] };
      if (asksForCheck(card)) return { primary: [], beside: [notNow, handOver], quiet: [decline] };
      return {
        primary: [button("complete", doneWords(card), "1")],
        beside: [
          ...takeBack,
          button(
            "with-note",
            card.person && hasWords(card.kind) ? "Write down what I said" : "Done, with a note",
            "N",
          ),
          notNow,
        ],
        quiet: [handOver, decline],
      };
  }
}

/** Whether a card is an invitation that can be answered into the organiser's calendar. */
export function asksForAnswer({ kind, fields }: Pick<ForYouCard, "kind" | "fields">): boolean {
  return kind === "event-invite" && fields.eventUid !== undefined;
}

/** Whether a card is the double-check of an entry: it is done by recording what was confirmed. */
export function asksForCheck({ kind, fields }: Pick<ForYouCard, "kind" | "fields">): boolean {
  return kind === "meeting-check" && fields.eventId !== undefined;
}

/** Y, N and M; a choice by its number, and M for more. */
function answerKey(answer: string): string {
  return { yes: "Y", no: "N", more: "M" }[answer] ?? answer;
}

/** The same buttons by their keys, as useKeys hears them. */
export function keysOf(
  { primary, beside, quiet }: CardButtons,
  press: (deed: CardDeed) => void,
): Record<string, () => void> {
  const keys: Record<string, () => void> = {};
  for (const { deed, shortcut } of [...primary, ...beside, ...quiet])
    if (shortcut) keys[shortcut === "Ctrl ⏎" ? "mod+enter" : shortcut.toLowerCase()] = () => press(deed);
  return keys;
}
