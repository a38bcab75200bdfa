"use client";

import { useLayoutEffect, useRef } from "react";
import type { QueueSection } from "@/lib/domain/task/view";

/** A queue as somebody left it: as it was sent, with the rows that came since, and the task they were at. */
type Left = { packed: string; sections: QueueSection[]; activeId: string | null };

/** More ways back than anybody takes; then they begin anew, so that a window that is open for weeks does not grow. */
const KEPT = 9;

/** By the entry of the browser's history in which each was shown. */
const left = new Map<string | undefined, Left>();

/** The queue that was left at this entry of the browser's history, for whoever comes back to it. */
export function leftHere(): Left | undefined {
  return left.get(entryHere());
}

/** Keeps the queue, when it is left, for the browser's own way back; also when a task takes its place, `isOpen`. */
export function useLeft(now: Left, isOpen: boolean): void {
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each of these the entry is another one.
  useLayoutEffect(() => {
    const entry = entryHere();
    return () => {
      if (left.size > KEPT) left.clear();
      if (entry) left.set(entry, latest.current);
    };
  }, [now.packed, isOpen]);
}

/** A browser that does not tell its entries apart goes back to the beginning of the queue. */
function entryHere(): string | undefined {
  return globalThis.navigation?.currentEntry?.key;
}
