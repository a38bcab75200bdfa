"use client";

import { useEffect, useRef, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import {
  draftKey,
  isTaken,
  type KeptDraft,
  keepDraft,
  readKept,
  worthKeeping,
} from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/kept-draft";
import type { Kept } from "@/components/drafts/draft-words";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftState } from "@/lib/domain/draft/draft";
import type { DraftView, MergeView } from "@/lib/domain/draft/view";

/** So long after the last key, what was typed becomes a version. */
const QUIET_MS = 20_000;

type Base = { no: number; text: string };
type Saved = { latest: number; state: DraftState };

/**
 * The words as they are typed. Each key is kept on this device at once; they become a version after twenty quiet seconds, on
 * leaving the field and on Ctrl+S. When somebody else wrote meanwhile, both texts are laid together and nothing is lost. While the
 * words are fixed nothing is sent, whatever asks for it: what was typed waits on this device until they may be written again.
 * @param onSaved after each version, with the state that leaves the draft in; with null when the words were let go in this very moment
 */
export function useWords(
  draft: DraftView,
  me: string,
  isFixed: boolean,
  onSaved: (state: DraftState | null) => Promise<unknown>,
) {
  const { slug } = useDesk();
  const key = draftKey(slug, draft.task.id, me);
  const [text, setText] = useState(draft.text);
  const [kept, setKept] = useState<Kept>(savedAs(draft));
  const [merge, setMerge] = useState<MergeView | null>(null);
  const [wasKept, setWasKept] = useState(false);
  const [isKeptHere, setKeptHere] = useState(true);
  const base = useRef<Base>({ no: draft.latest, text: draft.text });
  const now = useRef(draft.text);
  const phrases = useRef<string[]>([]);
  /** What was typed on the card before the others' words were taken: it stays behind whatever is typed here. */
  const mine = useRef<KeptDraft>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<boolean> | null>(null);
  const fixed = useRef(isFixed);
  const isDirty = () => now.current !== base.current.text;

  function typedNow(): KeptDraft {
    const words = { text: now.current, basedOn: base.current.no, phrases: phrases.current };
    return {
      ...words,
      ...(mine.current ? { mine: mine.current } : {}),
      // As they were saved they are in the draft, and wait for nothing.
      ...(isDirty() ? {} : { seen: { seal: draft.seal, text: now.current } }),
    };
  }

  function put(next: string) {
    now.current = next;
    setText(next);
    setKeptHere(keepDraft(key, worthKeeping(typedNow(), base.current.text)));
  }

  /** Typed, pasted or put in. */
  function change(next: string) {
    put(next);
    setWasKept(false);
    setKept(isDirty() ? { is: "typing" } : { is: "saved", no: base.current.no, at: null });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save({ isQuiet: true }), QUIET_MS);
  }

  /** Makes what was typed a version. False: it is not the latest, and why is said. `isQuiet` opens no window over somebody's hands. */
  function save({ isQuiet = false } = {}): Promise<boolean> {
    clearTimeout(timer.current);
    // One after the other: what is typed while the first is on its way goes with the second.
    const run = (saving.current ?? Promise.resolve(true)).then(() => saveNow(isQuiet));
    saving.current = run;
    return run;
  }

  async function saveNow(isQuiet: boolean): Promise<boolean> {
    if (!isDirty()) return true;
    // Let go, or closed: it stands on the page that these words are not in it, and they stay on this device.
    if (fixed.current) return false;
    const sent = { basedOn: base.current.no, text: now.current };
    const said = phrases.current;
    setKept({ is: "saving" });
    const answer = await post<Saved>(`/api/v1/w/${slug}/drafts/${draft.id}/save`, {
      ...sent,
      phrases: said.map((one) => ({ text: one })),
    });
    if (!answer.ok) {
      const { refusal, code, sentence } = answer.problem;
      if (refusal?.code === "words-moved" && !isQuiet) setMerge(refusal.merge);
      if (refusal?.code === "words-moved") setKept({ is: "moved" });
      else setKept(code === "offline" ? { is: "offline" } : { is: "refused", says: sentence });
      // Approved in this very moment: the page shows that as well.
      if (code === "let-go") await onSaved(null);
      return false;
    }
    base.current = { no: answer.value.latest, text: sent.text };
    phrases.current = phrases.current.filter((one) => !said.includes(one));
    put(now.current);
    setKept(
      isDirty() ? { is: "typing" } : { is: "saved", no: answer.value.latest, at: new Date().toISOString() },
    );
    setWasKept(false);
    await onSaved(answer.value.state);
    return !isDirty();
  }

  const again = useRef(() => {});
  useEffect(() => {
    // What is only offered again waits until somebody says so.
    again.current = () => void (wasKept || save({ isQuiet: true }));
    fixed.current = isFixed;
    if (isFixed) clearTimeout(timer.current);
  });

  // What was typed before a crash, in a window that was closed, or as somebody let the words go, stands here again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, as the draft is opened, and as it may be written again.
  useEffect(() => {
    if (isFixed) return;
    const before = isDirty() ? typedNow() : readKept(key);
    if (before === null) return;
    mine.current = before.mine;
    // What was only taken from others is no word of hers, whatever they have written since.
    if (before.text === draft.text || isTaken(before)) {
      if (!isTaken(before)) base.current = { no: draft.latest, text: draft.text };
      return void keepDraft(key, before.mine ? before : null);
    }
    base.current = { no: before.basedOn, text: before.basedOn === draft.latest ? draft.text : "" };
    phrases.current = before.phrases;
    put(before.text);
    setKept({ is: "typing" });
    setWasKept(true);
  }, [key, isFixed]);

  // Others wrote: where nothing of one's own is unsaved, theirs is shown at once.
  useEffect(() => {
    // What was read before one's own last version is no news.
    if (draft.latest < base.current.no) return;
    if (draft.latest === base.current.no && draft.text === base.current.text) return;
    if (now.current !== base.current.text) {
      if (!isFixed && draft.latest > base.current.no) setKept({ is: "moved" });
      return;
    }
    base.current = { no: draft.latest, text: draft.text };
    now.current = draft.text;
    setText(draft.text);
    setKept(savedAs(draft));
  }, [draft, isFixed]);

  useEffect(() => {
    const onLine = () => again.current();
    addEventListener("online", onLine);
    return () => {
      removeEventListener("online", onLine);
      clearTimeout(timer.current);
    };
  }, []);

  // Kept nowhere, it would be gone with the window: the browser asks first.
  useEffect(() => {
    if (isKeptHere) return;
    const ask = (event: BeforeUnloadEvent) => now.current !== base.current.text && event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isKeptHere]);

  return {
    text,
    kept,
    merge,
    wasKept,
    /** Whether this device could keep what is typed. */
    isKeptHere,
    isDirty: text !== draft.text,
    /** Whether others wrote since one began to type. */
    isBehind: draft.latest !== base.current.no,
    change,
    save,
    /** Words of before on top of what stands here, which becomes a version first: offline, nothing takes its place. */
    bringBack: async (before: string): Promise<boolean> => {
      if (!(await save())) return false;
      change(before);
      return save();
    },
    /** A saved phrase was put in: it is nobody's words but the phrase's. */
    notePhrase: (phrase: string) => {
      phrases.current = [...phrases.current, phrase].slice(-50);
    },
    /** Both texts, as somebody put them together, on top of the latest. */
    takeMerged: (merged: string) => {
      if (merge === null) return;
      base.current = { no: merge.latest, text: merge.theirs };
      setMerge(null);
      put(merged);
      void save();
    },
    closeMerge: () => setMerge(null),
    keepTyped: () => {
      setWasKept(false);
      void save();
    },
    dropTyped: () => {
      clearTimeout(timer.current);
      base.current = { no: draft.latest, text: draft.text };
      phrases.current = [];
      put(draft.text);
      setWasKept(false);
      setKept(savedAs(draft));
    },
    /** The words left with the approval: nothing is kept of them here. */
    letGo: () => {
      clearTimeout(timer.current);
      base.current = { ...base.current, text: now.current };
      mine.current = undefined;
      keepDraft(key, null);
    },
  };
}

function savedAs({ latest, versions }: DraftView): Kept {
  return { is: "saved", no: latest, at: versions.at(-1)?.at ?? null };
}
