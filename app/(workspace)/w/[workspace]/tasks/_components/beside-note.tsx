"use client";

import { useState } from "react";
import { useCheckWords } from "@/app/(workspace)/w/[workspace]/_components/use-whisper";
import { WhisperPart } from "@/app/(workspace)/w/[workspace]/_components/whisper";
import { WordsBefore } from "@/components/tasks/words-field";

/** A note may be longer than what is asked about at once; the beginning gives it away. */
const MOST_COMPARED = 20_000;

type Props = { person: { id: string; name: string }; note: string };

/** Below a note in which words to somebody are drafted: what they got before, what the draft is much like, and who they are. */
export function BesideNote({ person, note }: Props) {
  const check = useCheckWords(person.id);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="-mt-1 flex flex-col gap-2">
      <WordsBefore name={person.name} words={note.slice(0, MOST_COMPARED)} check={check} />
      <WhisperPart personId={person.id} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
    </div>
  );
}
