"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { get, type Problem, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import type { Bar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";
import { useAddress } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-address";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftState } from "@/lib/domain/draft/draft";
import type { DraftView } from "@/lib/domain/draft/view";

/** Much that happens at once is read once. */
const CALM_MS = 250;

/**
 * One thing to do with a draft: the handler below the desk's, what it is asked, and what to say when it is done ("" says nothing), which may
 * depend on the state it is in then (null: that could not be read).
 */
export type DraftStep<T = unknown> = {
  path: string;
  input: Record<string, unknown>;
  says?: string | ((state: DraftState | null) => string);
  back?: (value: T) => { path: string; input: Record<string, unknown> };
};

/** A draft as it is now: what one does with it, what others do meanwhile, and the sentence of a "no" where it happened. */
export function useDraft(first: DraftView, show: (bar: Bar | null) => void) {
  const { slug } = useDesk();
  const router = useRouter();
  const [saved, setSaved] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isGone = useRef(false);
  const stands = useRef(first.state);
  /** Whether the bar, if it is up, says what was done with the draft. */
  const isOfStep = useRef(false);
  const base = `/api/v1/w/${slug}`;
  // The page may have been read before what is shown here.
  useEffect(() => setSaved((before) => (before.seq > first.seq ? before : first)), [first]);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function reread(): Promise<DraftView | null> {
    if (isGone.current) return null;
    const now = await get<DraftView>(`${base}/drafts/${first.id}`);
    if (now.ok) setSaved((before) => (before.seq > now.value.seq ? before : now.value));
    // What was done in an earlier state is said no more.
    if (now.ok && now.value.state !== stands.current && isOfStep.current) show(null);
    if (now.ok) stands.current = now.value.state;
    if (now.ok && now.value.removedAt !== null) router.refresh();
    // Made private, or taken away: the server says so with a page of its own.
    else if (!now.ok && now.problem.code === "not-found") router.refresh();
    return now.ok ? now.value : null;
  }

  useChanges(first.seq, ({ tasks, gone, reload }) => {
    const id = first.task.id;
    if (!reload && !gone.includes(id) && !tasks.some((task) => task.id === id)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void reread(), CALM_MS);
  });

  /** Does it, says so, and reads the draft again. Null: it was refused, and `problem` says why. */
  async function act<T>({ path, input, says = "", back }: DraftStep<T>): Promise<T | null> {
    setBusy(true);
    setProblem(null);
    const answer = await post<T>(`${base}/${path}`, input);
    const now = await reread();
    // Said as the page is ready for the next step: whoever reads the sentence may act on it at once.
    if (!answer.ok) setProblem(answer.problem);
    setBusy(false);
    if (!answer.ok) return null;
    const undo = back?.(answer.value);
    const onClick = () => undo && void act({ ...undo, says: "It is as it was." });
    const said = typeof says === "string" ? says : says(now?.state ?? null);
    if (said)
      show({ says: said, tone: "plain", action: undo ? { label: "Undo", shortcut: "U", onClick } : null });
    if (said) isOfStep.current = true;
    return answer.value;
  }

  /** Says what is true in whatever state the draft is. */
  function say(bar: Bar | null) {
    isOfStep.current = false;
    show(bar);
  }

  const { draft, address, settled } = useAddress(saved, { base, reread, onProblem: setProblem });

  return {
    draft,
    isBusy,
    problem,
    base,
    act,
    say,
    address,
    settled,
    reread,
    clear: () => setProblem(null),
    letGo: () => {
      isGone.current = true;
    },
  };
}

/** A draft's page, as its parts are given it. */
export type DraftHand = ReturnType<typeof useDraft>;
