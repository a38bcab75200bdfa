"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { deskApi, type Problem, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { takeKept } from "@/app/(workspace)/w/[workspace]/_components/kept-no-more";
import { keep } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { keepFront, type Pile, startPile } from "@/components/tasks/for-you/pile";
import { type Answered, type CardStep, HOLD_MS } from "@/components/tasks/for-you/steps";
import type { ForYouCard, ForYouView } from "@/lib/domain/task/for-you";

const barMs = 10_000;
/** The world moved: what is shown is read again. */
const movedOn = [
  "stale",
  "already-closed",
  "not-closed",
  "not-found",
  "not-undoable",
  "words-changed",
  "expired",
  "leaving",
  "not-submitted",
  "already-answered",
  "protected",
];

/** One sitting with the client's pile: acting, taking back, and staying in step with what others do meanwhile. */
export function usePile(slug: string, first: ForYouView) {
  const api = useMemo(() => deskApi(slug), [slug]);
  const [pile, setPile] = useState<Pile>(() => startPile(first));
  const isActing = useRef(false);
  const isBehind = useRef(false);
  const reading = useRef<{ no: number; front: string | undefined }>({ no: 0, front: undefined });

  /** Reads again; the card in front stays in front while it is there. Of several readings the last one asked for counts, whichever comes in last. */
  const refresh = useCallback(
    async (front?: string): Promise<ForYouView | null> => {
      const { current } = reading;
      current.no += 1;
      current.front = front ?? current.front;
      const mine = current.no;
      const read = await api.forYou();
      if (mine !== current.no) return null;
      const wanted = current.front;
      current.front = undefined;
      if (!read.ok) return null;
      setPile((now) => keepFront(now, read.value, wanted));
      return read.value;
    },
    [api],
  );

  useChanges(first.seq, ({ tasks, gone, reload }) => {
    if (tasks.length === 0 && gone.length === 0 && !reload) return;
    if (isActing.current) isBehind.current = true;
    else void refresh();
  });

  const { said } = pile;
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(
      () => setPile((now) => (now.said === said ? { ...now, said: null } : now)),
      said.leavesAt === null ? barMs : HOLD_MS + 1_000,
    );
    return () => clearTimeout(timer);
  }, [said]);

  async function whileActing<T>(work: () => Promise<T>): Promise<T | null> {
    if (isActing.current) return null;
    isActing.current = true;
    setPile((now) => ({ ...now, busy: true, notice: null }));
    try {
      return await work();
    } finally {
      isActing.current = false;
      setPile((now) => ({ ...now, busy: false }));
      if (isBehind.current) void refresh();
      isBehind.current = false;
    }
  }

  function tell(cardId: string | null, problem: Problem): void {
    const notice = { cardId, says: problem.sentence, isProblem: true, signIn: problem.code === "signed-out" };
    setPile((now) => ({ ...now, notice }));
  }

  /**
   * Does something with a card. Null: it was refused, and why is said on the card; nothing was done. `onMoved` hears how the
   * card is now, where that was why, and it is told.
   */
  async function act(
    card: ForYouCard,
    step: CardStep,
    onMoved?: (now: ForYouCard | undefined) => void,
  ): Promise<Answered | null> {
    const answer = await whileActing(async () => {
      const asked = await post<Answered>(`/api/v1/w/${slug}/${step.path}`, step.input);
      if (asked.ok && step.stays) await refresh(card.id);
      return asked;
    });
    if (answer === null) return null;
    if (!answer.ok) {
      tell(card.id, answer.problem);
      if (movedOn.includes(answer.problem.code)) {
        const now = await refresh(card.id);
        if (now !== null) onMoved?.(now.cards.find(({ id }) => id === card.id));
      }
      return null;
    }
    took(card, step, answer.value);
    return answer.value;
  }

  /** What was done with a card goes into the sitting: it leaves the pile, and can be taken back. */
  function took(card: Pick<ForYouCard, "id" | "title">, step: CardStep, answered: Answered): void {
    const typed = takeKept(step.kept ?? []);
    const { id: taskId, title } = card;
    const undoing = step.back && { taskId, title, dealt: !step.stays, typed, ...step.back(answered) };
    const leavesAt = step.leaves ? Date.now() + HOLD_MS : null;
    setPile((now) => ({
      ...now,
      notice: null,
      cards: step.stays ? now.cards : now.cards.filter((one) => one.id !== card.id),
      done: undoing ? [...now.done, undoing] : now.done,
      said: { says: step.says, leavesAt },
    }));
  }

  /** Takes back the last thing that was done here, and puts its card in front again. Until it is there nothing else is done. */
  async function undo(): Promise<void> {
    const last = pile.done.at(-1);
    if (!last) return;
    await whileActing(async () => {
      const answer = await post(`/api/v1/w/${slug}/${last.path}`, last.input);
      const isOver = answer.ok || movedOn.includes(answer.problem.code);
      if (isOver) {
        if (answer.ok) for (const [key, text] of Object.entries(last.typed)) keep(key, text);
        const said = answer.ok ? { says: "Taken back.", leavesAt: null, isBack: true } : null;
        setPile((now) => ({ ...now, done: now.done.slice(0, -1), said }));
      }
      if (!answer.ok) tell(null, answer.problem);
      if (isOver) await refresh(last.taskId);
    });
  }

  return {
    pile,
    act,
    took,
    undo,
    /** What was told of the card in front is read. */
    hush: () => setPile((now) => ({ ...now, notice: null })),
    say: (says: string) => setPile((now) => ({ ...now, said: { says, leavesAt: null } })),
  };
}
