"use client";

import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";

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
