"use client";

import type { ComponentProps } from "react";
import { wordsKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKept } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { useCheckWords } from "@/app/(workspace)/w/[workspace]/_components/use-whisper";
import { Whisper } from "@/app/(workspace)/w/[workspace]/_components/whisper";
import { Ask } from "@/components/tasks/for-you/ask";
import { useDesk } from "@/components/workspace/desk-context";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";

type Props = Omit<ComponentProps<typeof Ask>, "writing">;

/** The windows before an action; where words went out to somebody, with these beside what to know of them. */
export function AskWithWords(props: Props) {
  const { card } = props;
  if (props.asking === "note" && card.person && hasWords(card.kind))
    return <Writing {...props} person={card.person} />;
  return <Ask {...props} writing={null} />;
}

function Writing({ person, ...props }: Props & { person: { id: string; name: string } }) {
  const desk = useDesk();
  // Kept in this tab: a refusal, or a window closed too early, loses nothing that was typed.
  const [words, onWords] = useKept(wordsKey(desk, props.card.id));
  const check = useCheckWords(person.id);
  const whisper = <Whisper personId={person.id} />;
  return <Ask {...props} writing={{ name: person.name, words, onWords, check, whisper }} />;
}
