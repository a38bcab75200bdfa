"use client";

import { useEffect, useState } from "react";

/** Something typed, kept in this tab across reloads until it is emptied. A browser that keeps nothing is no reason to fail. */
export function useKept(key: string, initial = ""): [string, (text: string) => void] {
  const [text, setText] = useState(initial);
  useEffect(() => {
    const kept = read(key);
    if (kept) setText(kept);
  }, [key]);
  return [
    text,
    (next) => {
      setText(next);
      keep(key, next);
    },
  ];
}

/** Keeps a text in this tab; an empty one is forgotten. */
export function keep(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // Storage can be full or switched off; what is on screen stays on screen.
  }
}

/** What was kept, or null. */
export function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
