"use client";

import { type ComponentProps, type FormEvent, type ReactNode, useId } from "react";
import { NotNowList } from "@/components/tasks/for-you/not-now-list";
import { doneWords } from "@/components/tasks/for-you/words";
import { HowDoneButtons } from "@/components/tasks/how-done-buttons";
import { BesideText } from "@/components/tasks/note-dialog";
import { WordsField } from "@/components/tasks/words-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendByKey } from "@/components/ui/send-by-key";
import { useDesk } from "@/components/workspace/desk-context";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** What is being asked before the card is done with. */
export type Asking = "note" | "decline" | "not-now" | "changes" | "more";

type Props = {
  asking: Asking;
  card: ForYouCard;
  busy: boolean;
  /** Why the last try did not go through; what was typed is kept. */
  problem: string | null;
  /** What was typed so far. */
  note: string;
  onNote: (note: string) => void;
  /** For a kind with words, to somebody: what was typed so far, how it is looked at, and what to know of them. */
  writing: (ComponentProps<typeof WordsField> & { whisper: ReactNode }) | null;
  onClose: () => void;
  onComplete: (closing: { note: string; words: string }) => void;
  onDecline: (note: string) => void;
  onChanges: (reason: string) => void;
  onMore: (note: string) => void;
  onNotNow: (until: string) => void;
};

/** The windows before an action: a note, a reason, or until when. */
export function Ask(props: Props) {
  const { asking, onClose } = props;
  const { assistantShort } = useDesk();
  if (asking === "not-now")
    return (
      <Dialog open onClose={onClose} title="Not now. When, then?">
        <NotNow {...props} />
      </Dialog>
    );
  const writing = asking === "note" ? props.writing : null;
  const one = assistantShort.charAt(0).toLocaleUpperCase() + assistantShort.slice(1);
  const { title, label, submit } = wordsFor(asking, props.card, one, writing !== null);
  return (
    <Dialog open onClose={onClose} wide={writing ? "widest" : false} title={title}>
      <NoteForm
        {...props}
        writing={writing}
        label={label}
        submit={submit}
        onSubmit={(typed) => {
          if (asking === "decline") props.onDecline(typed);
          else if (asking === "changes") props.onChanges(typed);
          else if (asking === "more") props.onMore(typed);
          else props.onComplete({ note: typed, words: writing?.words.trim() ?? "" });
        }}
      />
    </Dialog>
  );
}

/** What the window is called, what it asks for, and its button. `one` is the assistant, at the beginning of a sentence. */
function wordsFor(asking: Exclude<Asking, "not-now">, card: ForYouCard, one: string, hasWords: boolean) {
  switch (asking) {
    case "decline":
      return { title: "Decline", label: `Why? ${one} reads this.`, submit: "Decline it" };
    case "changes":
      return {
        title: "Ask for changes",
        label: `What should be different? ${one} reads this.`,
        submit: "Send it back",
      };
    case "more":
      return {
        title: "Need more",
        label: `What do you need to know? ${one} reads this.`,
        submit: "Ask for it",
      };
    case "note":
      return {
        title: hasWords ? "What I said" : "Done, with a note",
        label: "What happened? For the history.",
        submit: doneWords(card),
      };
  }
}

type FormProps = Props & {
  label: string;
  submit: string;
  onSubmit: (note: string) => void;
};

function NoteForm({
  asking,
  note,
  onNote,
  label,
  submit,
  onSubmit,
  busy,
  problem,
  card,
  writing,
}: FormProps) {
  const form = useId();
  function send(event: FormEvent) {
    event.preventDefault();
    if (!busy) onSubmit(note.trim());
  }
  return (
    <form id={form} onSubmit={send} onKeyDown={sendByKey}>
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
          onChange={(event) => onNote(event.target.value)}
          error={problem}
          letter
        />
        {asking === "note" ? <HowDoneButtons kind={card.kind} note={note} onNote={onNote} /> : null}
        <Button type="submit" variant="primary" size="lg" wide busy={busy} shortcut="Ctrl ⏎">
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

function NotNow({ card, busy, problem, onNotNow }: Props) {
  return (
    <div className="flex flex-col gap-2.5">
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <NotNowList card={card} busy={busy} inDialog onChoose={onNotNow} />
    </div>
  );
}
