"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";

type Props = { title: string; onClose: () => void; onDone: (note: string) => void };

/** Completing with a word about how: "Rang him, he is coming in June." It becomes part of the gesture. */
export function NoteDialog({ title, onClose, onDone }: Props) {
  const [note, setNote] = useState("");
  return (
    <Dialog
      open
      title="Complete with a note"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button variant="primary" onClick={() => onDone(note)}>
            Complete
          </Button>
        </>
      }
    >
      <p dir="auto" className="mb-3 text-muted">
        {title}
      </p>
      <TextArea
        label="How was it done?"
        hint="For whoever reads it next year."
        letter
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Dialog>
  );
}
