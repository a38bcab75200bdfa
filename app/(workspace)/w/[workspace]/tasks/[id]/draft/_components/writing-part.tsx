"use client";

import { MessageSquareQuote } from "lucide-react";
import type { RefObject } from "react";
import { useCheckWords } from "@/app/(workspace)/w/[workspace]/_components/use-whisper";
import type { useWords } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-words";
import { sayKept } from "@/components/drafts/draft-words";
import { WordsEditor } from "@/components/drafts/words-editor";
import { WordsBefore } from "@/components/tasks/words-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftView } from "@/lib/domain/draft/view";
import { marksIn } from "@/lib/domain/draft/voice";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";
import { whoDoes } from "@/lib/domain/person/named";

type Props = {
  draft: DraftView;
  words: ReturnType<typeof useWords>;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  onTyping: () => void;
  onPhrases: () => void;
  /** What was typed before and not saved is let go. */
  onDrop: () => void;
};

const link = "underline underline-offset-2 pointer-coarse:min-h-11";

/** Writing: the words, what is not ready in them, where they are kept, and the saved phrases. */
export function WritingPart({ draft, words, fieldRef, onTyping, onPhrases, onDrop }: Props) {
  const desk = useDesk();
  const inInk = desk.role === "client";
  const { help, task, versions } = draft;
  // The client is not held to their own voice sheet; a gap that nobody filled is nobody's voice.
  const marks = marksIn(words.text, help.sheet, help.towards).filter(
    ({ code }) => words.text.trim() !== "" && (!inInk || code === "placeholder"),
  );
  const last = versions.at(-1)?.by;
  const writer = last ? whoDoes(last.name, last.role) : "";
  return (
    <div className="flex flex-col gap-2.5">
      {words.wasKept ? (
        <Notice tone="gold" role="status">
          You had typed this before, and it was not saved.{" "}
          <button type="button" className={link} onClick={words.keepTyped}>
            Keep it
          </button>{" "}
          or{" "}
          <button type="button" className={link} onClick={onDrop}>
            drop it
          </button>
        </Notice>
      ) : null}
      <WordsEditor
        text={words.text}
        marks={marks}
        saved={draft.whose.flatMap((sentence) => sentence.stretches)}
        writer={desk.role}
        fieldRef={fieldRef}
        onText={(text) => {
          words.change(text);
          onTyping();
        }}
        // What somebody else wrote is looked at first: saving would be refused again, and take the button away under the hand.
        onLeave={() => void (words.wasKept || words.kept.is === "moved" || words.save({ isQuiet: true }))}
        onSlash={onPhrases}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p role="status" className="flex-1 text-[0.8125rem] text-muted">
          {sayKept(words.kept, writer, desk, words.isKeptHere)}{" "}
          {words.kept.is === "moved" ? (
            <button type="button" className={link} onClick={() => void words.save()}>
              Look at both
            </button>
          ) : null}
        </p>
        {["typing", "offline", "refused"].includes(words.kept.is) ? (
          <Button size="sm" variant="quiet" shortcut="Ctrl S" onClick={() => void words.save()}>
            Save
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="quiet"
          shortcut="/"
          icon={<MessageSquareQuote aria-hidden="true" className="size-4" />}
          onClick={onPhrases}
        >
          Phrases
        </Button>
      </div>
      {task.person && hasWords(task.kind) ? <Before person={task.person} words={words.text} /> : null}
    </div>
  );
}

function Before({ person, words }: { person: { id: string; name: string }; words: string }) {
  const check = useCheckWords(person.id);
  return <WordsBefore name={person.name} words={words} check={check} />;
}
