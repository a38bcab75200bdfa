"use client";

import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

type Props = {
  client: string;
  /** What stands on top now. */
  written: string;
  /** What was typed so far. */
  text: string;
  onText: (text: string) => void;
  /** Saves it; a sentence says what was wrong. */
  onSave: (text: string) => Promise<string | null>;
};

/** An assistant's own line on top of the client's next list. What is typed stays where it is when it cannot be saved. */
export function NoteForm({ client, written, text, onText, onSave }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    setProblem(await onSave(text.trim()));
    setBusy(false);
  }

  /** It is one paragraph, seen whole: Enter puts it on top, and does not begin another. */
  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }

  return (
    <form
      className="mb-6 flex flex-col gap-2 rounded-sheet border border-dashed border-pencil-line bg-sheet p-4 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        label={`A note for ${client}`}
        hint={`It stands on top of ${client}’s next list, with your name. Leave it empty to take it away.`}
        value={text}
        rows={2}
        maxLength={500}
        autoComplete="off"
        onChange={(event) => onText(event.target.value.replace(/\s*\n\s*/g, " "))}
        onKeyDown={onKey}
      />
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <div className="flex items-center gap-3">
        <Button type="submit" busy={busy} aria-disabled={text.trim() === written || undefined}>
          {text.trim() === "" && written !== "" ? "Take it away" : "Put it on top"}
        </Button>
        <p role="status" className="text-ok">
          {written !== "" && text.trim() === written ? `${client} reads it with the next list.` : ""}
        </p>
      </div>
    </form>
  );
}
