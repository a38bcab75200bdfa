import type { Undoing } from "@/components/tasks/for-you/pile";
import { holdSeconds } from "@/lib/domain/draft/draft";
import type { DecisionView, DraftOnCard } from "@/lib/domain/draft/view";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** What a handler answers, whichever verb it was: at least one of these says how far things are. */
export type Answered = {
  task?: { version: number };
  version?: number;
  latest?: number;
  draft?: { id: string };
};

/**
 * One thing to do with a card: the handler below the desk's, what it is asked, what to say when it is done, and how it is taken
 * back. `stays`: its card remains in front, with something more to decide. `leaves`: words wait half a minute from then. `kept`: where
 * what was typed for it is kept: done, it is kept no more; taken back, it is there again.
 */
export type CardStep = {
  path: string;
  input: Record<string, unknown>;
  says: string;
  stays?: boolean;
  leaves?: boolean;
  kept?: readonly string[];
  back?: (answer: Answered) => Pick<Undoing, "path" | "input">;
};

/** So long words are held, in milliseconds. */
export const HOLD_MS = holdSeconds * 1000;

/** A verb on the task itself. */
export function onTask(
  card: Pick<ForYouCard, "id" | "version" | "title">,
  verb: string,
  input: Record<string, unknown>,
  says: string,
): CardStep {
  return {
    path: `tasks/${card.id}/${verb}`,
    input: { ...input, version: card.version },
    says: `“${card.title}” ${says}`,
    back: ({ task }) => ({
      path: `tasks/${card.id}/undo`,
      input: { version: task?.version ?? card.version + 1 },
    }),
  };
}

/** A task that nobody wants any more is taken back; nothing brings it again but its cause. */
export function takingBack(card: Pick<ForYouCard, "id" | "version" | "title">): CardStep {
  return {
    path: `tasks/${card.id}/withdraw`,
    input: { version: card.version },
    says: `“${card.title}” is taken back.`,
  };
}

/** Somebody else may do it: the loosening, or only the way back. */
export function handingOver(
  card: Pick<ForYouCard, "id" | "version" | "title" | "tag">,
  assistantShort: string,
): CardStep {
  const says = `is with ${assistantShort} now.`;
  return card.tag === "must-be-you"
    ? onTask(card, "retag", { tag: "delegable" }, says)
    : onTask(card, "move", { to: "assistant" }, says);
}

/**
 * The client makes the words theirs, as they stand or as they typed them, with the saved phrases that are in these. That an answer takes
 * time they keep stands on the button: whoever presses it knows.
 */
export function approving(
  card: Pick<ForYouCard, "title">,
  draft: Pick<DraftOnCard, "id" | "seal" | "way"> & Partial<Pick<DraftOnCard, "takesKept">>,
  inInk?: { text: string; basedOn: number; phrases: readonly string[] },
): CardStep {
  const phrases = inInk?.phrases.map((text) => ({ text }));
  const isMail = draft.way === "mail";
  return {
    path: `drafts/${draft.id}/approve`,
    input: {
      seal: draft.seal,
      ...(inInk ? { text: inInk.text, basedOn: inInk.basedOn, phrases } : {}),
      ...(draft.takesKept ? { overProtected: true } : {}),
    },
    says: isMail ? `“${card.title}”` : "Approved.",
    stays: !isMail,
    leaves: isMail,
    back: () => ({ path: `drafts/${draft.id}/undo`, input: {} }),
  };
}

/** The client sends words back and says why; to take that back is to have them before oneself again. */
export function askingForChanges(card: ForYouCard, draft: DraftOnCard, reason: string): CardStep {
  return {
    path: `drafts/${draft.id}/ask-changes`,
    input: { latest: draft.latest, reason },
    says: `“${card.title}” is back to be changed.`,
    back: ({ latest }) => ({ path: `drafts/${draft.id}/submit`, input: { latest: latest ?? draft.latest } }),
  };
}

/** "Did it go out? Yes." */
export function goneOut(card: ForYouCard, draft: DraftOnCard): CardStep {
  return {
    path: `drafts/${draft.id}/went-out`,
    input: { latest: draft.latest },
    says: `“${card.title}” is done.`,
    back: () => ({ path: `tasks/${card.id}/undo`, input: { version: card.version + 1 } }),
  };
}

/** Words that were held because their time had passed may go all the same. */
export function liftingTime(draft: DraftOnCard): CardStep {
  return {
    path: `drafts/${draft.id}/address`,
    input: { version: draft.version, neededBy: null },
    says: "It has no time any more. Nothing was sent.",
    stays: true,
  };
}

/** One answer to what is asked. */
export function answering(
  card: Pick<ForYouCard, "title">,
  decision: DecisionView,
  answer: string,
  said: string,
  note = "",
): CardStep {
  return {
    path: `decisions/${decision.id}/answer`,
    input: { version: decision.version, answer, note },
    says: `“${card.title}”: ${said}.`,
    back: ({ version }) => ({
      path: `decisions/${decision.id}/unanswer`,
      input: { version: version ?? decision.version + 1 },
    }),
  };
}

/** An answer to an invitation, which leaves after half a minute like any words. */
export function answeringInvitation(card: Pick<ForYouCard, "id" | "title">): CardStep {
  return {
    path: `tasks/${card.id}/answer`,
    input: {},
    says: `“${card.title}”`,
    leaves: true,
    back: ({ draft }) => ({ path: `drafts/${draft?.id ?? ""}/undo`, input: {} }),
  };
}

/** A meeting was checked; to take that back is to have it before oneself again. */
export function recordingCheck(card: Pick<ForYouCard, "id" | "title">, checkId: string): CardStep {
  return {
    path: `tasks/${card.id}/check`,
    input: {},
    says: `“${card.title}” is recorded.`,
    back: () => ({ path: `checks/${checkId}/undo`, input: {} }),
  };
}

/** Words that failed are tried again; of words that may have arrived, it is one more copy. */
export function sendingAgain(card: ForYouCard, sendingId: string): CardStep {
  const what =
    card.draft?.sending?.state === "unsure" ? "sent once more, as the same message" : "tried again";
  return { path: `sendings/${sendingId}/again`, input: {}, says: `“${card.title}” is ${what}.` };
}

/** What became of words of which nobody knows: the client says so. */
export function settling(card: ForYouCard, sendingId: string, went: boolean): CardStep {
  return {
    path: `sendings/${sendingId}/settle`,
    input: { went },
    says: went ? `“${card.title}” is done.` : "It is dropped; the draft is here again.",
    stays: !went,
  };
}
