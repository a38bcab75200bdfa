"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { WordsEditor } from "@/components/drafts/words-editor";
import { Words } from "@/components/tasks/for-you/draft-part";
import { changedInDraft } from "@/components/tasks/for-you/what-changed";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftOnCard } from "@/lib/domain/draft/view";
import { marksIn, type VoiceSheet } from "@/lib/domain/draft/voice";
import { inARow } from "@/lib/domain/in-a-row";

type Props = {
  draft: DraftOnCard;
  text: string;
  /** From which version the client began: another one since is said. */
  basedOn: number;
  /** The draft as the client has seen it: what is other in it now is said. */
  seen: DraftOnCard;
  /** What they had typed before they took the words of somebody else. */
  mine?: { text: string };
  /** Whether this device could keep what is typed. */
  isKeptHere: boolean;
  /** Whether it takes the focus as it appears. */
  takesFocus: boolean;
  onText: (text: string) => void;
  onApprove: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onBringMine: () => void;
  /** To the draft's own page, where both texts are laid together. */
  onBoth: () => void;
};

/** The client is not held to their own voice sheet: only gaps that nobody filled are marked. */
const nothingAsked: VoiceSheet = { greeting: "", signOff: "", neverWords: [], mostWords: null, byCircle: [] };

/** The words as the client types them: ink where they type, pencil where they leave it. The draft as it stands is kept in sight below. */
export function InkEditor(props: Props) {
  const { draft, text, basedOn, seen, mine, isKeptHere, takesFocus, onText, onApprove } = props;
  const desk = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const hasMoved = draft.latest !== basedOn;
  const changed = inARow(changedInDraft(seen, draft));

  /** The button goes away with what it did; whoever writes goes on writing. */
  const andWrite = (then: () => void) => () => {
    then();
    field.current?.focus();
  };

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // Held down, it was pressed once.
    if (!event.repeat) onApprove();
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
      {changed !== "" || seen.seal !== draft.seal ? (
        <Notice tone="gold" role="status">
          <p className="text-base">
            {changed === "" ? "The draft was changed while you wrote" : `Changed while you wrote: ${changed}`}
            . What you typed stands as it was.
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button onClick={andWrite(props.onKeepMine)}>
              {draft.text === seen.text ? "Go on with it" : "Keep my words"}
            </Button>
            {draft.text === seen.text ? null : (
              <>
                <Button onClick={andWrite(props.onTakeTheirs)}>Take the new words</Button>
                <Button onClick={props.onBoth}>Look at both</Button>
              </>
            )}
          </div>
        </Notice>
      ) : mine ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
          What you had typed before is kept.{" "}
          <Button onClick={andWrite(props.onBringMine)}>Back to my words</Button>
        </p>
      ) : null}
      <details
        key={draft.latest}
        open={hasMoved}
        className="rounded-xl border border-dashed border-pencil-line px-4 py-2"
      >
        <summary className="min-h-11 content-center text-sm text-muted">
          {hasMoved ? "The draft was changed since you began. It is now:" : "The draft as it stands"}
        </summary>
        <div className="pb-2">
          <Words draft={draft} client={desk.clientShort} />
        </div>
      </details>
    </div>
  );
}
