"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { useDesk } from "@/components/workspace/desk-context";
import { longestDraft } from "@/lib/domain/draft/draft";
import type { DraftOnCard } from "@/lib/domain/draft/view";

type Props = {
  draft: DraftOnCard;
  text: string;
  /** From which version the client began: another one since is said. */
  basedOn: number;
  /** Whether this device could keep what is typed. */
  isKeptHere: boolean;
  /** Whether it takes the focus as it appears. */
  takesFocus: boolean;
  onText: (text: string) => void;
  onApprove: () => void;
};

/** The words as the client types them, in ink. The draft as it stands is kept in sight below. */
export function InkEditor({ draft, text, basedOn, isKeptHere, takesFocus, onText, onApprove }: Props) {
  const desk = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const hasMoved = draft.latest !== basedOn;

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Escape") event.currentTarget.blur();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onApprove();
  }

  return (
    <div className="flex flex-col gap-2.5">
      <textarea
        ref={field}
        dir="auto"
        aria-label="Your words"
        value={text}
        maxLength={longestDraft}
        rows={6}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content min-h-40 w-full rounded-xl border border-ink-line bg-sheet px-4 py-3.5 font-serif text-[1.1875rem] leading-relaxed text-ink [unicode-bidi:plaintext]"
      />
      <p className="text-sm text-muted">
        In ink: your words.{" "}
        {isKeptHere ? "Kept on this device as you type." : "Kept in this window only: leave it open."}
      </p>
      <details
        key={draft.latest}
        open={hasMoved}
        className="rounded-xl border border-dashed border-pencil-line px-4 py-2"
      >
        <summary className="min-h-11 content-center text-sm text-muted">
          {hasMoved
            ? "The draft was changed since you began. It is now:"
            : `The draft as ${desk.assistantShort} left it`}
        </summary>
        <p
          dir="auto"
          className="wrap-anywhere pb-2 font-serif text-[1.0625rem] leading-relaxed whitespace-pre-wrap text-pencil"
        >
          {draft.text}
        </p>
      </details>
    </div>
  );
}
