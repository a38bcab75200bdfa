"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { type Answered, type CardStep, HOLD_MS } from "@/components/tasks/for-you/steps";
import { useDesk } from "@/components/workspace/desk-context";

type Done = { says: string; leavesAt: number | null; back: { path: string; input: unknown } | null };

/** One thing done with one card, from a link of the daily mail, and the way back. */
export function useOneCard() {
  const { slug } = useDesk();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [isBack, setBack] = useState(false);
  const base = `/api/v1/w/${slug}`;

  /** True: it is done. False: why not is said. */
  async function run(step: CardStep): Promise<boolean> {
    // Enter in a field sends the form as well, and faster than a button can look busy.
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(true);
    const answer = await post<Answered>(`${base}/${step.path}`, step.input);
    setBusy(false);
    isRunning.current = false;
    setProblem(answer.ok ? null : answer.problem.sentence);
    if (answer.ok)
      setDone({
        says: step.says,
        leavesAt: step.leaves ? Date.now() + HOLD_MS : null,
        back: step.back?.(answer.value) ?? null,
      });
    // What has come of it, or what came between, is shown by the page itself, read anew.
    router.refresh();
    return answer.ok;
  }

  async function undo(): Promise<void> {
    if (!done?.back) return;
    setBusy(true);
    const undone = await post(`${base}/${done.back.path}`, done.back.input);
    setBusy(false);
    setProblem(undone.ok ? null : undone.problem.sentence);
    if (undone.ok) setDone(null);
    setBack(undone.ok);
    router.refresh();
  }

  return { busy, problem, done, isBack, run, undo };
}
