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

/**
 * The values of a small form, kept in this tab across reloads until they are forgotten. A field that nobody has touched is as in
 * `fresh`, whatever that is by then.
 */
export function useKeptValues<T extends Record<string, string | boolean>>(key: string, fresh: T) {
  const [typed, setTyped] = useState<{ key: string; part: Partial<T> }>({ key, part: {} });
  useEffect(() => setTyped({ key, part: readPart<T>(key) }), [key]);
  const values: T = { ...fresh, ...(typed.key === key && typed.part) };

  function put(part: Partial<T>) {
    setTyped({ key, part });
    keep(key, Object.keys(part).length > 0 ? JSON.stringify(part) : "");
  }

  function change(part: Partial<T>) {
    const touched = Object.entries({ ...values, ...part }).filter(([name, value]) => value !== fresh[name]);
    put(Object.fromEntries(touched) as Partial<T>);
  }
  return { values, change, forget: () => put({}) };
}

function readPart<T>(key: string): Partial<T> {
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
