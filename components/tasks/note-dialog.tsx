"use client";

import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { HowDoneButtons } from "@/components/tasks/how-done-buttons";
import type { Step } from "@/components/tasks/task-verbs";
import { type CheckWords, WordsField } from "@/components/tasks/words-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { sendByKey } from "@/components/ui/send-by-key";
import { withoutHowDone } from "@/lib/domain/gesture/how-done";
import type { TaskKind } from "@/lib/domain/task/task";

type Props = {
  title: string;
  kind: TaskKind;
  /** Whether whoever looks may decline it as well. */
  canDecline: boolean;
  /** For a kind with words, to somebody: the words typed so far and how they are looked at. */
  writing: { name: string; words: string; onWords: (words: string) => void; check: CheckWords } | null;
  /** What one should know of them: beside the text, above it where there is no room. */
  whisper: ReactNode;
  onClose: () => void;
  onDone: (step: Step) => void;
};

/**
 * Completing with a word about how: "Rang him, he is coming in June." It becomes part of the gesture, and so do the words. Or
 * declining, with the reason.
 */
export function NoteDialog({ title, kind, canDecline, writing, whisper, onClose, onDone }: Props) {
  const [note, setNote] = useState("");
  const [isNo, setNo] = useState(false);
  const form = useId();
  const noted = useRef<HTMLTextAreaElement>(null);
  function turn() {
    setNo(!isNo);
    if (!isNo) setNote(withoutHowDone(note, kind));
    noted.current?.focus();
  }
  function send(event: FormEvent) {
    event.preventDefault();
    const input = { note: note.trim() };
    if (isNo) onDone({ verb: "decline", input });
    else onDone({ verb: "complete", input: { ...input, words: writing?.words.trim() ?? "" } });
  }
  return (
    <Dialog
      open
      wide={whisper ? "widest" : false}
      title={isNo ? "Decline with a reason" : writing ? "Complete with your words" : "Complete with a note"}
      onClose={onClose}
      footer={
        <>
          {canDecline ? (
            <Button variant="quiet" className="me-auto" onClick={turn}>
              {isNo ? "Done instead" : "Decline instead"}
            </Button>
          ) : null}
          <Button onClick={onClose}>Not yet</Button>
          <Button type="submit" form={form} variant="primary" shortcut="Ctrl ⏎">
            {isNo ? "Decline it" : "Complete"}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} onKeyDown={sendByKey}>
        <BesideText whisper={whisper}>
          <p dir="auto" className="text-muted">
            {title}
          </p>
          {writing && !isNo ? <WordsField {...writing} /> : null}
          <TextArea
            ref={noted}
            label={isNo ? "Why not?" : "How was it done?"}
            hint="For whoever reads it next year."
            rows={writing && !isNo ? 2 : 4}
            letter
            maxLength={5000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {isNo ? null : <HowDoneButtons kind={kind} note={note} onNote={setNote} />}
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
