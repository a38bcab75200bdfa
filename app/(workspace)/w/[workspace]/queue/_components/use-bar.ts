"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** The bar at the foot of the window: what happened, and the one thing to do about it. */
export type Bar = {
  says: string;
  tone: "plain" | "refused";
  action: { label: string; shortcut?: string; onClick: () => void } | null;
};

const BAR_MS = 10_000;

/** One bar at a time. A plain one goes by itself after ten seconds; an honest "no" stays until it is put away. */
export function useBar() {
  const [bar, setBar] = useState<Bar | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((next: Bar | null) => {
    clearTimeout(timer.current);
    setBar(next);
    if (next?.tone === "plain") timer.current = setTimeout(() => setBar(null), BAR_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { bar, show };
}
