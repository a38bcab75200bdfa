"use client";

import { type RefObject, useEffect, useLayoutEffect } from "react";

/** How far what scrolls by itself had come, by the entry of the browser's history and by name. */
const left = new Map<string, { top: number; left: number }>();
/** More than anybody goes back to; then they begin anew. */
const KEPT = 99;

/** Whoever comes back by the browser's own way finds this part scrolled as they left it. `name` is its own on the page. */
export function useLeftScroll(part: RefObject<HTMLElement | null>, name: string): void {
  useLayoutEffect(() => {
    const element = part.current;
    const key = keyOf(name);
    if (!element || !key) return;
    return () => {
      if (left.size > KEPT) left.clear();
      left.set(key, { top: element.scrollTop, left: element.scrollLeft });
    };
  }, [part, name]);
  useEffect(() => {
    const was = left.get(keyOf(name) ?? "");
    // Whoever has the focus was brought into view by then, wherever they had been looking.
    if (was) queueMicrotask(() => part.current?.scrollTo({ ...was, behavior: "instant" }));
  }, [part, name]);
}

function keyOf(name: string): string | null {
  const entry = globalThis.navigation?.currentEntry?.key;
  return entry ? `${entry} ${name}` : null;
}
