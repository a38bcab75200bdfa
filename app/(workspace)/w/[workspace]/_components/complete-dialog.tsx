"use client";

import { wordsKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKept } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { useCheckWords } from "@/app/(workspace)/w/[workspace]/_components/use-whisper";
import { Whisper } from "@/app/(workspace)/w/[workspace]/_components/whisper";
import { NoteDialog } from "@/components/tasks/note-dialog";
import type { Step } from "@/components/tasks/task-verbs";
import { useDesk } from "@/components/workspace/desk-context";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";
import type { TaskRow } from "@/lib/domain/task/view";

type Props = { row: TaskRow; onClose: () => void; onDone: (step: Step) => void };

/** Completing a task with what one has to say about it, or declining it with the reason; where words went out to somebody, with these, and what to know of them. */
export function CompleteDialog({ row, onClose, onDone }: Props) {
  if (row.person && hasWords(row.kind))
    return <WithWords row={row} person={row.person} onClose={onClose} onDone={onDone} />;
  return (
    <NoteDialog
      title={row.title}
      kind={row.kind}
      canDecline={row.can.decline}
      writing={null}
      whisper={null}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

function WithWords({ row, person, onClose, onDone }: Props & { person: NonNullable<TaskRow["person"]> }) {
  const desk = useDesk();
  // Kept in this tab: a refusal, or a window closed too early, loses nothing that was typed.
  const [words, onWords] = useKept(wordsKey(desk, row.id));
  const check = useCheckWords(person.id);
  return (
    <NoteDialog
      title={row.title}
      kind={row.kind}
      canDecline={row.can.decline}
      writing={{ name: person.name, words, onWords, check }}
      whisper={<Whisper personId={person.id} />}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
