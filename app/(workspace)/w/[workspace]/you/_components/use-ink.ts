"use client";

import { useEffect, useState } from "react";
import {
  draftKey,
  keepDraft,
  readKept,
} from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/kept-draft";
import { useDesk } from "@/components/workspace/desk-context";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** What the client has typed for a card, from which version of the draft they began, and saved phrases that are in it. */
export type Ink = { cardId: string; text: string; basedOn: number; phrases: string[]; isKeptHere: boolean };

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
  const pencil = draft?.text;

  useEffect(() => {
    const kept = key && canWrite ? readKept(key) : null;
    if (kept === null || cardId === undefined || kept.text === pencil) return;
    setInk({ cardId, text: kept.text, basedOn: kept.basedOn, phrases: kept.phrases, isKeptHere: true });
  }, [key, canWrite, cardId, pencil]);

  function type(text: string): void {
    if (!draft || !key || cardId === undefined) return;
    const begun = ink?.cardId === cardId ? ink : readKept(key);
    const { basedOn, phrases } = begun ?? { basedOn: draft.latest, phrases: [] };
    const isKeptHere = keepDraft(key, text === draft.text ? null : { text, basedOn, phrases });
    setInk({ cardId, text, basedOn, phrases, isKeptHere });
  }

  return {
    ink: ink !== null && ink.cardId === cardId && canWrite ? ink : null,
    type,
    /** The text becomes a field in ink; what was typed before stands in it. */
    begin: () => draft && type((key && readKept(key)?.text) || draft.text),
    /** Back to the pencil; what was typed stays on this device. */
    leave: () => setInk(null),
    /** The words have left, or wait to: nothing is kept of them here. */
    forget: () => {
      if (key) keepDraft(key, null);
      setInk(null);
    },
  };
}
