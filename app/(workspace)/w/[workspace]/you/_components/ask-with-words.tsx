"use client";

import type { ComponentProps } from "react";
import { noteKey, wordsKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKept } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { useCheckWords } from "@/app/(workspace)/w/[workspace]/_components/use-whisper";
import { Whisper } from "@/app/(workspace)/w/[workspace]/_components/whisper";
import { Ask } from "@/components/tasks/for-you/ask";
import { useDesk } from "@/components/workspace/desk-context";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";

type Asked = ComponentProps<typeof Ask>;
type Props = Omit<Asked, "writing" | "note" | "onNote">;

/**
 * The windows before an action; where words went out to somebody, with these beside what to know of them. Kept in this tab: a
 * refusal, a window closed too early, or taking back what was done loses nothing that was typed.
 */
export function AskWithWords(props: Props) {
  const { card, asking } = props;
  const [note, onNote] = useKept(noteKey(useDesk(), card.id, asking));
  const asked = { ...props, note, onNote };
  if (asking === "note" && card.person && hasWords(card.kind))
    return <Writing {...asked} person={card.person} />;
  return <Ask {...asked} writing={null} />;
}

function Writing({ person, ...props }: Omit<Asked, "writing"> & { person: { id: string; name: string } }) {
  const desk = useDesk();
  const [words, onWords] = useKept(wordsKey(desk, props.card.id));
  const check = useCheckWords(person.id);
  const whisper = <Whisper personId={person.id} />;
  return <Ask {...props} writing={{ name: person.name, words, onWords, check, whisper }} />;
}
