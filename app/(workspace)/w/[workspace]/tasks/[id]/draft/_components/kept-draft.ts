/**
 * Words as they were typed and not saved yet. `basedOn` is the version they were begun from; `mine` what stood in their place before
 * somebody else's words were taken; `seen` the draft as whoever typed has seen it.
 */
export type KeptDraft = {
  text: string;
  basedOn: number;
  phrases: string[];
  mine?: KeptDraft;
  seen?: Seen;
};
/** Of a draft that was seen: its words, and the seal of all that would leave with them. */
type Seen = { seal: string; text: string };

/**
 * Somebody else's words in the place of what was typed, which stands behind them, and what stood there before behind that. Where the
 * text is still what was `taken` from others, nothing of it was typed: what stood behind it stays.
 */
export function takeWords(
  typed: KeptDraft,
  taken: string,
  theirs: { text: string; latest: number },
): KeptDraft {
  const mine = typed.text === taken ? typed.mine : typed;
  return { text: theirs.text, basedOn: theirs.latest, phrases: [], ...(mine ? { mine } : {}) };
}

/** What stands behind them comes forward again; what was typed since goes behind it, last. What was `taken` from others is theirs. */
export function bringWords(typed: KeptDraft, taken: string): KeptDraft {
  const { mine, ...words } = typed;
  if (!mine) return typed;
  return typed.text === taken ? mine : withLast(mine, words);
}

function withLast(words: KeptDraft, last: KeptDraft): KeptDraft {
  return { ...words, mine: words.mine ? withLast(words.mine, last) : last };
}

/** What is to be kept of words: nothing where they stand in the draft already, and nothing of one's own stands behind them. */
export function worthKeeping(words: KeptDraft, saved: string): KeptDraft | null {
  return words.text === saved && !words.mine ? null : words;
}

/** The draft as it was seen by whoever typed this, as far as it is kept: what is other now is not seen yet. */
export function asSeen<Draft extends Seen>(draft: Draft, kept: KeptDraft | null): Draft {
  const { seal, text } = kept?.seen ?? draft;
  return { ...draft, seal, text };
}

/** Whether what is kept is only what others wrote, taken as it was. */
export function isTaken({ text, seen }: KeptDraft): boolean {
  return text === seen?.text;
}

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
  const { text, basedOn, phrases, mine, seen } = kept as Partial<KeptDraft>;
  if (typeof text !== "string" || typeof basedOn !== "number") return null;
  const before = draftIn(mine ?? null);
  const isSeen = typeof seen?.seal === "string" && typeof seen.text === "string";
  return {
    text,
    basedOn,
    phrases: Array.isArray(phrases) ? phrases.map(String) : [],
    ...(before ? { mine: before } : {}),
    ...(isSeen ? { seen: { seal: seen.seal, text: seen.text } } : {}),
  };
}
