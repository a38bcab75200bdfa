"use client";

import { type ComponentProps, type FormEvent, type ReactNode, useId, useState } from "react";
import { doneWords, notNowWords } from "@/components/tasks/for-you/words";
import { BesideText } from "@/components/tasks/note-dialog";
import { WordsField } from "@/components/tasks/words-field";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { fullText, stampText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import { notNowChoices } from "@/lib/domain/task/not-now";

/** What is being asked before the card is done with. */
export type Asking = "note" | "decline" | "not-now";

type Props = {
  asking: Asking;
  card: ForYouCard;
  busy: boolean;
  /** Why the last try did not go through; what was typed is kept. */
  problem: string | null;
  /** For a kind with words, to somebody: what was typed so far, how it is looked at, and what to know of them. */
  writing: (ComponentProps<typeof WordsField> & { whisper: ReactNode }) | null;
  onClose: () => void;
  onComplete: (closing: { note: string; words: string }) => void;
  onDecline: (note: string) => void;
  onNotNow: (until: string) => void;
};

/** The windows before an action: a note, a reason, or until when. */
export function Ask(props: Props) {
  const { asking, onClose } = props;
  const [note, setNote] = useState("");
  const { assistantShort } = useDesk();
  if (asking === "not-now")
    return (
      <Dialog open onClose={onClose} title="Not now. When, then?">
        <NotNow {...props} />
      </Dialog>
    );
  const isDecline = asking === "decline";
  const writing = isDecline ? null : props.writing;
  const title = isDecline ? "Decline" : writing ? "Done, with my words" : "Done, with a note";
  return (
    <Dialog open onClose={onClose} wide={writing ? "widest" : false} title={title}>
      <NoteForm
        {...props}
        writing={writing}
        note={note}
        setNote={setNote}
        label={
          isDecline
            ? `Why? ${assistantShort === "your assistant" ? "Your assistant" : assistantShort} reads this.`
            : "What happened? For the history."
        }
        submit={isDecline ? "Decline it" : doneWords(props.card)}
        onSubmit={(typed) =>
          isDecline
            ? props.onDecline(typed)
            : props.onComplete({ note: typed, words: writing?.words.trim() ?? "" })
        }
      />
    </Dialog>
  );
}

type FormProps = Props & {
  note: string;
  setNote: (note: string) => void;
  label: string;
  submit: string;
  onSubmit: (note: string) => void;
};

function NoteForm({ note, setNote, label, submit, onSubmit, busy, problem, card, writing }: FormProps) {
  const form = useId();
  function send(event: FormEvent) {
    event.preventDefault();
    onSubmit(note.trim());
  }
  return (
    <form id={form} onSubmit={send}>
      <BesideText whisper={writing?.whisper}>
        <p dir="auto" className="wrap-anywhere font-serif text-lg">
          {card.title}
        </p>
        {writing ? <WordsField {...writing} /> : null}
        <TextArea
          label={label}
          value={note}
          maxLength={5000}
          rows={writing ? 2 : 3}
          ref={writing ? undefined : takeFocus}
          onChange={(event) => setNote(event.target.value)}
          error={problem}
          letter
        />
        <Button type="submit" variant="primary" size="lg" wide busy={busy}>
          {submit}
        </Button>
      </BesideText>
    </form>
  );
}

/** The attribute, which a <dialog> heeds as it opens; React's own autoFocus comes too early for it. */
function takeFocus(control: HTMLTextAreaElement | null) {
  control?.setAttribute("autofocus", "");
}

function NotNow({ busy, problem, onNotNow }: Props) {
  const desk = useDesk();
  const choices = notNowChoices(useNow(), desk.zone);
  return (
    <div className="flex flex-col gap-2.5">
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      {choices.map(({ id, until }) => (
        <Button
          key={id}
          size="lg"
          wide
          aria-disabled={busy}
          title={fullText(until, desk)}
          onClick={() => !busy && onNotNow(until)}
        >
          <span className="flex w-full flex-wrap items-baseline justify-between gap-x-3">
            {notNowWords[id]}
            <span className="text-sm font-normal text-muted">{stampText(until, desk)}</span>
          </span>
        </Button>
      ))}
    </div>
  );
}
