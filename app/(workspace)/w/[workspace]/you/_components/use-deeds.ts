"use client";

import { useRouter } from "next/navigation";
import { noteKey, wordsKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { wordsToCopy } from "@/app/(workspace)/w/[workspace]/_components/words-to-copy";
import type { useInk } from "@/app/(workspace)/w/[workspace]/you/_components/use-ink";
import type { usePile } from "@/app/(workspace)/w/[workspace]/you/_components/use-pile";
import type { Asking } from "@/components/tasks/for-you/ask";
import type { CardDeed } from "@/components/tasks/for-you/card-buttons";
import { copyAndOpen, pageOf } from "@/components/tasks/for-you/copy-and-open";
import {
  answering,
  approving,
  askingForChanges,
  type CardStep,
  goneOut,
  handingOver,
  liftingTime,
  onTask,
  sendingAgain,
  settling,
  takingBack,
} from "@/components/tasks/for-you/steps";
import { useDesk } from "@/components/workspace/desk-context";
import { sayAnswer } from "@/lib/domain/decision/decision";
import { keptText } from "@/lib/domain/draft/kept-text";
import type { DraftOnCard } from "@/lib/domain/draft/view";
import type { ForYouCard } from "@/lib/domain/task/for-you";

type Hand = ReturnType<typeof usePile> &
  Pick<ReturnType<typeof useInk>, "ink" | "begin" | "leave" | "forget" | "tell">;

/** Everything a button or key of the pile does. `ask` opens a window, `close` shuts it when what it asked for is done. */
export function useDeeds(hand: Hand, ask: (what: Asking, card: ForYouCard) => void, close: () => void) {
  const desk = useDesk();
  const router = useRouter();
  const { act, say, ink, forget } = hand;

  async function run(
    card: ForYouCard,
    step: CardStep,
    onMoved?: Parameters<typeof act>[2],
  ): Promise<boolean> {
    const answer = await act(card, step, onMoved);
    if (answer !== null) close();
    return answer !== null;
  }

  /** With what was typed in its window: sent, that is asked anew the next time; taken back, it stands there again. */
  function typedIn(asking: Asking, card: ForYouCard, step: CardStep): CardStep {
    const note = noteKey(desk, card.id, asking);
    return { ...step, kept: asking === "note" ? [note, wordsKey(desk, card.id)] : [note] };
  }

  function complete(card: ForYouCard, closing = { note: "", words: "" }): void {
    void run(card, typedIn("note", card, onTask(card, "complete", closing, "is done.")));
  }

  /** What was approved is what is copied: never what somebody has changed since. */
  async function copy(card: ForYouCard, draft: DraftOnCard, text: string): Promise<void> {
    const words = await wordsToCopy(desk.slug, draft, text);
    if (words === null) return say("The link of the proof could not be read. Press “Copy and open again”.");
    const copied = await copyAndOpen(words, pageOf(card));
    say(
      copied
        ? "Copied, exactly as you approved it."
        : "Your browser did not let it be copied. Press “Copy and open again”.",
    );
  }

  /** `inInk`: in the words that the client typed, which go with the draft as they have seen it, and no other. */
  async function approve(card: ForYouCard, inInk?: NonNullable<Hand["ink"]>): Promise<void> {
    const { draft } = card;
    if (!draft) return;
    const seal = inInk && inInk.told !== draft.seal ? inInk.seen.seal : draft.seal;
    const step = approving(card, { ...draft, seal }, inInk);
    if (!(await run(card, step, (now) => hand.tell(now?.draft?.seal)))) return;
    // Sent as it stood: what was typed beside it stays, should it be called back.
    if (inInk) forget();
    if (draft.way === "elsewhere") await copy(card, draft, keptText(inInk?.text ?? draft.text));
  }

  function answer(card: ForYouCard, to: string, note = ""): void {
    const { decision } = card;
    if (!decision) return;
    const step = answering(card, decision, to, sayAnswer(decision.choices, to), note);
    void run(card, to === "more" ? typedIn("more", card, step) : step);
  }

  function toDraft(card: ForYouCard, deed: CardDeed): void {
    const { draft } = card;
    if (!draft) return;
    const sending = draft.sending?.id ?? "";
    const steps: Partial<Record<CardDeed, () => CardStep>> = {
      "went-out": () => goneOut(card, draft),
      "lift-time": () => liftingTime(draft),
      "undo-draft": () => ({
        path: `drafts/${draft.id}/undo`,
        input: {},
        says: "The approval is taken back.",
        stays: true,
      }),
      again: () => sendingAgain(card, sending),
      "settle-went": () => settling(card, sending, true),
      "settle-drop": () => settling(card, sending, false),
    };
    const step = steps[deed];
    // What was approved in this sitting is taken back as Z would, and then counts as taken back.
    const isLast = deed === "undo-draft" && hand.pile.done.at(-1)?.path === `drafts/${draft.id}/undo`;
    if (isLast) void hand.undo();
    else if (step) void run(card, step());
  }

  function press(deed: CardDeed, card: ForYouCard): void {
    const to = deed.startsWith("answer:") ? deed.slice("answer:".length) : null;
    const deeds: Partial<Record<CardDeed, () => void>> = {
      complete: () => complete(card),
      "with-note": () => ask("note", card),
      "not-now": () => ask("not-now", card),
      decline: () => ask("decline", card),
      "take-back": () => void run(card, takingBack(card)),
      "ask-changes": () => ask("changes", card),
      "hand-over": () => void run(card, handingOver(card, desk.assistantShort)),
      approve: () => void approve(card),
      "approve-ink": () => void (ink && approve(card, ink)),
      edit: hand.begin,
      "leave-ink": hand.leave,
      "copy-again": () => void (card.draft && copy(card, card.draft, card.draft.text)),
      "open-draft": () => router.push(`/w/${desk.slug}/tasks/${card.id}/draft`),
    };
    if (to === "more") ask("more", card);
    else if (to !== null) answer(card, to);
    else (deeds[deed] ?? (() => toDraft(card, deed)))();
  }

  return {
    press,
    complete,
    onDecline: (card: ForYouCard, note: string) =>
      void run(card, typedIn("decline", card, onTask(card, "decline", { note }, "is declined."))),
    onNotNow: (card: ForYouCard, until: string) =>
      void run(card, onTask(card, "snooze", { until }, "comes back later.")),
    onChanges: (card: ForYouCard, reason: string) =>
      void (card.draft && run(card, typedIn("changes", card, askingForChanges(card, card.draft, reason)))),
    onMore: (card: ForYouCard, note: string) => answer(card, "more", note),
  };
}
