"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { HowDoneButtons } from "@/components/tasks/how-done-buttons";
import { type CheckWords, WordsField } from "@/components/tasks/words-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { sendByKey } from "@/components/ui/send-by-key";
import type { TaskKind } from "@/lib/domain/task/task";

/** How it was done, and the exact words that went out. */
export type Closing = { note: string; words: string };

type Props = {
  title: string;
  kind: TaskKind;
  /** For a kind with words, to somebody: the words typed so far and how they are looked at. */
  writing: { name: string; words: string; onWords: (words: string) => void; check: CheckWords } | null;
  /** What one should know of them: beside the text, above it where there is no room. */
  whisper: ReactNode;
  onClose: () => void;
  onDone: (closing: Closing) => void;
};

/** Completing with a word about how: "Rang him, he is coming in June." It becomes part of the gesture, and so do the words. */
export function NoteDialog({ title, kind, writing, whisper, onClose, onDone }: Props) {
  const [note, setNote] = useState("");
  const form = useId();
  function send(event: FormEvent) {
    event.preventDefault();
    onDone({ note: note.trim(), words: writing?.words.trim() ?? "" });
  }
  return (
    <Dialog
      open
      wide={whisper ? "widest" : false}
      title={writing ? "Complete with your words" : "Complete with a note"}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button type="submit" form={form} variant="primary" shortcut="Ctrl ⏎">
            Complete
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} onKeyDown={sendByKey}>
        <BesideText whisper={whisper}>
          <p dir="auto" className="text-muted">
            {title}
          </p>
          {writing ? <WordsField {...writing} /> : null}
          <TextArea
            label="How was it done?"
            hint="For whoever reads it next year."
            rows={writing ? 2 : 4}
            letter
            maxLength={5000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <HowDoneButtons kind={kind} note={note} onNote={setNote} />
        </BesideText>
      </form>
    </Dialog>
  );
}

/** A text that is being written, with the whisper card beside it on a wide screen and folded above it on a phone. */
export function BesideText({ whisper, children }: { whisper: ReactNode; children: ReactNode }) {
  if (!whisper) return <div className="flex flex-col gap-3">{children}</div>;
  return (
    <div className="flex flex-col gap-3 md:grid md:grid-cols-[minmax(0,1fr)_19rem] md:gap-6">
      <details className="rounded-lg border border-line px-3 py-2 md:hidden">
        <summary className="min-h-11 content-center font-medium">Whisper card</summary>
        <div className="pt-2">{whisper}</div>
      </details>
      <div className="flex min-w-0 flex-col gap-3">{children}</div>
      <aside aria-label="Whisper card" className="max-md:hidden">
        {whisper}
      </aside>
    </div>
  );
}
