"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { WordsEditor } from "@/components/drafts/words-editor";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftOnCard } from "@/lib/domain/draft/view";
import { marksIn, type VoiceSheet } from "@/lib/domain/draft/voice";

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

/** The client is not held to their own voice sheet: only gaps that nobody filled are marked. */
const nothingAsked: VoiceSheet = { greeting: "", signOff: "", neverWords: [], mostWords: null, byCircle: [] };

/** The words as the client types them: ink where they type, pencil where they leave it. The draft as it stands is kept in sight below. */
export function InkEditor({ draft, text, basedOn, isKeptHere, takesFocus, onText, onApprove }: Props) {
  const desk = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const hasMoved = draft.latest !== basedOn;

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onApprove();
  }

  return (
    <div className="flex flex-col gap-2.5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is heard from the field in it. */}
      <div onKeyDown={onKeyDown}>
        <WordsEditor
          label="Your words"
          shortcut={null}
          text={text}
          marks={marksIn(text, nothingAsked, { circles: [], firstName: null })}
          saved={draft.whose.flatMap((sentence) => sentence.stretches)}
          writer="client"
          fieldRef={field}
          onText={onText}
        />
      </div>
      <p className="text-sm text-muted">
        What you type is in ink.{" "}
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
