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

type Typed<T> = {
  key: string;
  part: Partial<T>;
  /** What was saved before, as text, once the part was sent; null while it was not. */
  sentOver: string | null;
};

/**
 * The values of a form, kept in this tab across reloads until they are forgotten or `settle` says that they were sent. A field that
 * nobody has touched is as in `fresh`, whatever that is by then; what was sent stays on screen until `fresh` knows of it.
 */
export function useKeptValues<T extends Record<string, unknown>>(key: string, fresh: T) {
  const saved = JSON.stringify(fresh);
  const [typed, setTyped] = useState<Typed<T>>({ key, part: {}, sentOver: null });
  useEffect(() => setTyped({ key, part: readPart<T>(key), sentOver: null }), [key]);
  const isShown = typed.key === key && (typed.sentOver === null || typed.sentOver === saved);
  const values: T = { ...fresh, ...(isShown && typed.part) };

  function put(part: Partial<T>) {
    setTyped({ key, part, sentOver: null });
    keep(key, Object.keys(part).length > 0 ? JSON.stringify(part) : "");
  }

  function change(part: Partial<T>) {
    const now = Object.entries({ ...values, ...part });
    put(Object.fromEntries(now.filter(([name, value]) => !isSame(value, fresh[name]))) as Partial<T>);
  }
  return {
    values,
    change,
    forget: () => put({}),
    settle: () => {
      setTyped({ ...typed, sentOver: saved });
      keep(key, "");
    },
    /** Whether anything is typed that was not sent. */
    isTouched: isShown && typed.sentOver === null && Object.keys(typed.part).length > 0,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The part of a form that was kept at this key. */
export function readPart<T>(key: string): Partial<T> {
  try {
    return JSON.parse(read(key) ?? "{}") as Partial<T>;
  } catch {
    return {};
  }
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

/** What was kept at these keys and is kept there no more, by key; what was not kept is left out. */
export function takeKept(keys: readonly string[]): Record<string, string> {
  const taken: Record<string, string> = {};
  for (const key of keys) {
    const text = read(key);
    if (text) taken[key] = text;
    keep(key, "");
  }
  return taken;
}

/** Forgets everything that was kept in this tab and on this device, of all desks. */
export function forgetAllKept(): void {
  forgetIn(() => sessionStorage);
  forgetIn(() => localStorage);
}

function forgetIn(find: () => Storage): void {
  try {
    const storage = find();
    const kept = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
    for (const key of kept) if (key.startsWith("firsthand:")) storage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
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
