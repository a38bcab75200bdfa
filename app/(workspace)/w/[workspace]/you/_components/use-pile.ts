"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { deskApi, type Problem } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { keepFront, type Pile, startPile } from "@/components/tasks/for-you/pile";
import type { ForYouCard, ForYouView } from "@/lib/domain/task/for-you";

const barMs = 10_000;
const movedOn = ["stale", "already-closed", "not-closed", "not-found", "not-undoable"];

/** One sitting with the client's pile: acting, taking back, and staying in step with what others do meanwhile. */
export function usePile(slug: string, first: ForYouView) {
  const api = useMemo(() => deskApi(slug), [slug]);
  const [pile, setPile] = useState<Pile>(() => startPile(first));
  const isActing = useRef(false);
  const isBehind = useRef(false);

  /** Reads again; the card in front stays in front while it is there. */
  const refresh = useCallback(
    async (front?: string): Promise<void> => {
      const read = await api.forYou();
      if (read.ok) setPile((now) => keepFront(now, read.value, front));
    },
    [api],
  );

  useChanges(first.seq, ({ tasks, gone, reload }) => {
    if (tasks.length === 0 && gone.length === 0 && !reload) return;
    if (isActing.current) isBehind.current = true;
    else void refresh();
  });

  const { says } = pile;
  useEffect(() => {
    if (!says) return;
    const timer = setTimeout(
      () => setPile((now) => (now.says === says ? { ...now, says: null } : now)),
      barMs,
    );
    return () => clearTimeout(timer);
  }, [says]);

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

  /** Does a verb to the card in front. True: it is off the pile. */
  async function act(
    card: ForYouCard,
    verb: string,
    input: Record<string, unknown>,
    done: string,
  ): Promise<boolean> {
    const answer = await whileActing(() => api.act(card, verb, input));
    if (answer === null) return false;
    if (answer.ok) {
      const entry = { id: card.id, version: answer.value.task?.version ?? card.version + 1 };
      setPile((now) => ({
        ...now,
        cards: now.cards.filter((one) => one.id !== card.id),
        done: [...now.done, entry],
        says: done,
      }));
      return true;
    }
    tell(card.id, answer.problem);
    if (movedOn.includes(answer.problem.code)) await refresh(card.id);
    return false;
  }

  /** Takes back the last thing that was done here, and puts its card in front again. */
  async function undo(): Promise<void> {
    const entry = pile.done.at(-1);
    if (!entry) return;
    const answer = await whileActing(() => api.act(entry, "undo"));
    if (answer === null) return;
    const isOver = answer.ok || movedOn.includes(answer.problem.code);
    if (isOver)
      setPile((now) => ({ ...now, done: now.done.slice(0, -1), says: answer.ok ? "Taken back." : null }));
    if (!answer.ok) tell(null, answer.problem);
    if (isOver) await refresh(entry.id);
  }

  return { pile, act, undo };
}
