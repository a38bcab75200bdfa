"use client";

import { useEffect, useRef, useState } from "react";
import {
  asSeen,
  bringWords,
  draftKey,
  isTaken,
  type KeptDraft,
  keepDraft,
  readKept,
  takeWords,
  worthKeeping,
} from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/kept-draft";
import type { Typed } from "@/components/tasks/for-you/card-notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftOnCard } from "@/lib/domain/draft/view";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/**
 * What the client has typed for a card, from which version of the draft they began, and saved phrases that are in it. `seen` is the
 * draft as they have seen it, `told` the seal of a later one of which a refusal has told them: nothing else is approved.
 */
export type Ink = Omit<KeptDraft, "seen"> & {
  cardId: string;
  isKeptHere: boolean;
  seen: DraftOnCard;
  told: string | null;
};

/**
 * What the client types into the card in front: kept on this device at each keystroke, in the place where the draft's own page
 * looks as well, and here again after a reload. Null: they are not writing.
 */
export function useInk(card: ForYouCard | undefined, me: string) {
  const { slug } = useDesk();
  const [ink, setInk] = useState<Ink | null>(null);
  const draft = card?.draft ?? null;
  const canWrite = draft?.can.approve === true;
  const cardId = card?.id;
  const key = cardId ? draftKey(slug, cardId, me) : null;
  /** The cards whose words they left again: those wait until they are asked for. */
  const leftOn = useRef(new Set<string>());
  const isHere = ink !== null && ink.cardId === cardId && canWrite;

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for as the card comes, and as its words change; who is writing has them.
  useEffect(() => {
    const kept = key && canWrite ? readKept(key) : null;
    if (kept === null || draft === null || cardId === undefined || leftOn.current.has(cardId)) return;
    if (kept.text === draft.text || isTaken(kept)) return;
    const found = { ...kept, cardId, isKeptHere: true, seen: asSeen(draft, kept), told: null };
    setInk((now) => (now?.cardId === cardId ? now : found));
  }, [key, canWrite, cardId, draft?.text]);

  /** Puts words into the field, and on this device with how the draft was `seen`. */
  function put(words: KeptDraft, { seen, told }: Pick<Ink, "seen" | "told">): void {
    if (!draft || !key || cardId === undefined) return;
    const kept = { ...words, seen: { seal: seen.seal, text: seen.text } };
    setInk({ ...words, cardId, isKeptHere: keepDraft(key, worthKeeping(kept, draft.text)), seen, told });
  }

  function type(text: string): void {
    if (!draft || !key) return;
    const kept = isHere ? null : readKept(key);
    const begun = isHere ? ink : (kept ?? { text, basedOn: draft.latest, phrases: [] });
    put({ ...wordsOf(begun), text }, isHere ? ink : { seen: asSeen(draft, kept), told: null });
  }

  /** They go on with the draft as it is now before them. */
  function see(words: KeptDraft): void {
    if (draft) put(words, { seen: draft, told: null });
  }

  /** The text becomes a field in ink; what was typed before stands in it, and what was only taken from others, as it is now. */
  function begin(): void {
    if (!draft || !key || cardId === undefined) return;
    leftOn.current.delete(cardId);
    const kept = readKept(key);
    if (kept && isTaken(kept)) see(takeWords(wordsOf(kept), kept.text, draft));
    else type(kept?.text || draft.text);
  }

  return {
    ink: isHere ? ink : null,
    /** What was typed for a card that is no longer before the client, or no longer theirs to write in. */
    left: ink !== null && !isHere ? { cardId: ink.cardId, typed: typedIn(ink) } : null,
    type,
    begin,
    /** Back to the pencil; what was typed stays on this device, and does not come forward by itself. */
    leave: () => {
      if (cardId !== undefined) leftOn.current.add(cardId);
      setInk(null);
    },
    /** They have read what was changed, and their words stay. */
    keepMine: () => ink && see(wordsOf(ink)),
    /** The words as they are now, in the place of what was typed, which is kept beside them. */
    takeTheirs: () => {
      if (draft && ink) see(takeWords(wordsOf(ink), ink.seen.text, draft));
    },
    /** What was typed before the others' words were taken; what was typed since is kept in its turn. */
    bringMine: () => ink && see(bringWords(wordsOf(ink), ink.seen.text)),
    /** A refusal said how the draft is now. */
    tell: (seal: string | undefined) => setInk((now) => now && { ...now, told: seal ?? null }),
    /** The words have left, or wait to: nothing is kept of them here. */
    forget: () => {
      if (key) keepDraft(key, null);
      setInk(null);
    },
  };
}

function wordsOf({ text, basedOn, phrases, mine }: Omit<KeptDraft, "seen">): KeptDraft {
  return { text, basedOn, phrases, ...(mine ? { mine } : {}) };
}

/** What is the client's own: where they took the words as they were, what they had typed before. */
function typedIn({ text, seen, mine, isKeptHere }: Ink): Typed | null {
  const own = text === seen.text ? mine?.text : text;
  return own === undefined ? null : { text: own, isKeptHere };
}
