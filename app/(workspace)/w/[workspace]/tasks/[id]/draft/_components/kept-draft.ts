/**
 * Words as they were typed and not saved yet. `basedOn` is the version they were begun from; `mine` what stood in their place before
 * somebody else's words were taken.
 */
export type KeptDraft = { text: string; basedOn: number; phrases: string[]; mine?: KeptDraft };

/** Where the words of a draft are kept on this device: nobody else who uses it finds them. */
export function draftKey(slug: string, taskId: string, userId: string): string {
  return `firsthand:draft:${slug}:${taskId}:${userId}`;
}

/** Keeps what was typed on this device, past a crash or a closed window; null forgets it. False: the browser would not. */
export function keepDraft(key: string, kept: KeptDraft | null): boolean {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
    return true;
  } catch {
    // Storage can be full or switched off; what is on screen stays on screen, and that is said.
    return kept === null;
  }
}

/** What was kept, or null; what cannot be read is nothing. */
export function readKept(key: string): KeptDraft | null {
  try {
    return draftIn(JSON.parse(localStorage.getItem(key) ?? "null"));
  } catch {
    return null;
  }
}

function draftIn(kept: unknown): KeptDraft | null {
  if (kept === null || typeof kept !== "object") return null;
  const { text, basedOn, phrases, mine } = kept as Partial<KeptDraft>;
  if (typeof text !== "string" || typeof basedOn !== "number") return null;
  const before = draftIn(mine ?? null);
  return {
    text,
    basedOn,
    phrases: Array.isArray(phrases) ? phrases.map(String) : [],
    ...(before ? { mine: before } : {}),
  };
}
