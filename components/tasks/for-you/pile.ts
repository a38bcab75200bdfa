import type { ForYouCard, ForYouView } from "@/lib/domain/task/for-you";

/**
 * How something that was done here is taken back. `dealt`: its card left the pile with it. `title`: what that card is called.
 * `typed`: what was typed for it, by where that was kept.
 */
export type Undoing = {
  taskId: string;
  title: string;
  path: string;
  input: Record<string, unknown>;
  dealt: boolean;
  typed: Record<string, string>;
};

/** What was just done, in words. `leavesAt` (milliseconds since 1970): words wait so long, and can be called back. `isBack`: it was taken back. */
export type Said = { says: string; leavesAt: number | null; isBack?: boolean };

/** What the screen shows of one sitting with the pile. */
export type Pile = {
  cards: ForYouCard[];
  hasMore: boolean;
  busy: boolean;
  /** What was done in this sitting, each as it can be taken back. */
  done: Undoing[];
  /** The last thing that was done, while its bar is up. */
  said: Said | null;
  /** What changed under the card in front, or why the last try did not go through. */
  notice: { cardId: string | null; says: string; isProblem: boolean; signIn: boolean } | null;
};

/** A sitting that has just begun. */
export function startPile({ cards, hasMore }: ForYouView): Pile {
  return { cards, hasMore, busy: false, done: [], said: null, notice: null };
}

/** How many cards were dealt with in this sitting, and not taken back. */
export function dealtIn({ done }: Pile): number {
  return done.filter((one) => one.dealt).length;
}

/**
 * The pile as it is now, with the card that was in front still in front (or `front`, which was just taken back). Says so
 * when that card was changed or dealt with by somebody else; a problem that is being told is left standing.
 */
export function keepFront(before: Pile, view: ForYouView, front?: string): Pile {
  const inFront = before.cards[0];
  const frontId = front ?? inFront?.id;
  const cards = [...view.cards].sort((a, b) => Number(b.id === frontId) - Number(a.id === frontId));
  const still = cards.find((card) => card.id === inFront?.id);
  const moved = front === undefined && inFront && (!still || !isSame(still, inFront));
  if (!moved || before.notice) return { ...before, cards, hasMore: view.hasMore };
  const says = still
    ? "This was changed meanwhile. You see it as it is now."
    : `“${inFront.title}” was dealt with elsewhere.`;
  const notice = { cardId: still?.id ?? null, says, isProblem: false, signIn: false };
  return { ...before, cards, hasMore: view.hasMore, notice };
}

/** Whether nothing has changed that the client decides upon: the task, what would leave, what is asked. */
function isSame(a: ForYouCard, b: ForYouCard): boolean {
  const facts = ({ version, draft, decision }: ForYouCard) => [
    version,
    draft?.seal,
    draft?.state,
    draft?.sending?.state,
    decision?.id,
    decision?.version,
  ];
  return facts(a).join() === facts(b).join();
}
