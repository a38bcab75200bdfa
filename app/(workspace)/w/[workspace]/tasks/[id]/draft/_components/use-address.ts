"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { type Problem, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { AddressChange } from "@/components/drafts/address-form";
import { isSameThere, pressedOf, withChange } from "@/components/drafts/with-change";
import type { DraftView } from "@/lib/domain/draft/view";

type Hand = {
  base: string;
  reread: () => Promise<DraftView | null>;
  /** Why it was refused; null as something is asked anew. */
  onProblem: (problem: Problem | null) => void;
};

/** What was asked and has no answer yet: all of it as one change, and whether everything was done. */
type Line = { change: AddressChange; done: Promise<boolean> };
const nothing = (): Line => ({ change: {}, done: Promise.resolve(true) });

/**
 * Where the words go, changed one thing after the other. What is pressed is shown at once, and is as it was again where the
 * server refuses it. `settled` waits until everything is answered: what was asked meanwhile, or null when some was refused.
 */
export function useAddress(saved: DraftView, { base, reread, onProblem }: Hand) {
  const [asked, setAsked] = useState<AddressChange>({});
  const latest = useRef(saved);
  const line = useRef<Line>(nothing());
  useEffect(() => {
    latest.current = saved;
  }, [saved]);

  /** When somebody changed something else meanwhile, it is said once more on top of that. */
  async function say(change: AddressChange): Promise<boolean> {
    const seen = latest.current;
    const ask = (version: number) => post(`${base}/drafts/${seen.id}/address`, { ...change, version });
    let answer = await ask(seen.version);
    if (!answer.ok && answer.problem.code === "stale") {
      const now = await reread();
      if (now && !isOut(now) && isSameThere(seen, now, change)) answer = await ask(now.version);
    }
    if (!answer.ok) onProblem(answer.problem);
    latest.current = (await reread()) ?? latest.current;
    return answer.ok;
  }

  function address(change: AddressChange): void {
    if (isOut(latest.current)) return;
    onProblem(null);
    const before = line.current;
    const all = { ...before.change, ...change };
    const done = before.done.then(async (wasDone) => (await say(change)) && wasDone);
    line.current = { change: all, done };
    setAsked(all);
    void done.then(() => {
      if (line.current.done !== done) return;
      line.current = nothing();
      setAsked({});
    });
  }

  return {
    draft: useMemo(() => withChange(saved, pressedOf(asked)), [saved, asked]),
    address,
    settled: async (): Promise<AddressChange | null> => {
      const { change, done } = line.current;
      return (await done) ? change : null;
    },
  };
}

/** What was let go meanwhile is not taken back by a field that somebody leaves. */
function isOut({ state }: DraftView): boolean {
  return state === "approved" || state === "released";
}
