import { changedInDraft, changedInTask } from "@/components/tasks/for-you/what-changed";
import { inARow } from "@/lib/domain/in-a-row";
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
  notice: PileNotice | null;
};

/**
 * What changed under the card in front, or why the last try did not go through. `inTask` and `inDraft`: what of it was changed
 * since the client was told nothing else. `earlier`: what stood here of another card when this came; it is still said, before this.
 */
export type PileNotice = {
  cardId: string | null;
  says: string;
  isProblem: boolean;
  signIn: boolean;
  inTask?: string[];
  inDraft?: string[];
  earlier?: { cardId: string | null; says: string };
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
 * The pile as it is now, with the card that was in front still in front (or `front`, which was just taken back). Says what of
 * that card was changed by somebody else, or that they dealt with it; a problem that is being told is left standing, with what has
 * changed beside it, and what is told of another card does not silence it.
 */
export function keepFront(before: Pile, view: ForYouView, front?: string): Pile {
  const inFront = before.cards[0];
  const frontId = front ?? inFront?.id;
  const cards = [...view.cards].sort((a, b) => Number(b.id === frontId) - Number(a.id === frontId));
  return { ...before, cards, hasMore: view.hasMore, notice: noticeOf(before, cards, front) };
}

function noticeOf({ cards, notice }: Pile, now: readonly ForYouCard[], front?: string): PileNotice | null {
  const [inFront] = cards;
  if (!inFront) return notice;
  const still = now.find((card) => card.id === inFront.id);
  const told = notice?.cardId === inFront.id ? notice : null;
  const earlier = told ? told.earlier : (notice ?? undefined);
  const one = {
    cardId: inFront.id,
    isProblem: false,
    signIn: notice?.signIn ?? false,
    ...(earlier ? { earlier: { cardId: earlier.cardId, says: earlier.says } } : {}),
  };
  if (!still)
    return front === undefined ? { ...one, says: `“${inFront.title}” was dealt with elsewhere.` } : notice;
  if (isSame(still, inFront)) return notice;
  const inTask = union(told?.inTask, changedInTask(inFront, still));
  const inDraft = union(told?.inDraft, changedInDraft(inFront.draft, still.draft));
  // Read after a refusal, a stale task was refused with what changed of it; of the words nobody has said yet what it was.
  if (told?.isProblem) return front === undefined ? { ...told, inTask, inDraft } : { ...told, inDraft };
  if (front !== undefined) return notice;
  const what = inARow([...inTask, ...inDraft]);
  const says = `${what ? `Changed meanwhile: ${what}` : "This was changed meanwhile"}. You see it as it is now.`;
  return { ...one, says, inTask, inDraft };
}

/** The whole of what a notice has to say. `unseen`: what of the draft is other now than where the client began to write. */
export function sayNotice(notice: PileNotice, unseen: readonly string[] = []): string {
  const { isProblem, inTask, inDraft, earlier } = notice;
  const what = inARow(union(inTask, union(inDraft, unseen)));
  const says = isProblem && what !== "" ? `${notice.says} Changed: ${what}.` : notice.says;
  return earlier ? `${earlier.says} ${says}` : says;
}

/** Whether something is told of a card. */
export function isToldOf({ cardId, earlier }: PileNotice, id: string): boolean {
  return cardId === id || earlier?.cardId === id;
}

function union(before: readonly string[] = [], more: readonly string[]): string[] {
  return [...new Set([...before, ...more])];
}

/** Whether nothing has changed that the client decides upon. */
function isSame(a: ForYouCard, b: ForYouCard): boolean {
  return whatIsDecided(a) === whatIsDecided(b);
}

/** What the client decides upon with a card: the task, what would leave, what is asked. Another text: something of it is other. */
export function whatIsDecided({ id, version, draft, decision }: ForYouCard): string {
  const words = [draft?.seal, draft?.state, draft?.sending?.state];
  return [id, version, ...words, decision?.id, decision?.version].join();
}
