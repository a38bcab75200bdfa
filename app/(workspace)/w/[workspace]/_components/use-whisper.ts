"use client";

import { useCallback, useEffect, useState } from "react";
import { get, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { CheckWords } from "@/components/tasks/words-field";
import { useDesk } from "@/components/workspace/desk-context";
import type { WordsView } from "@/lib/domain/gesture/words-of-kind";
import type { WhisperCard } from "@/lib/domain/person/whisper";

/** Somebody's whisper card, asked for when it is looked at; `problem` says why there is none. */
export function useWhisper(personId: string | null): { card: WhisperCard | null; problem: string | null } {
  const { slug } = useDesk();
  const [read, setRead] = useState<{ id: string; card: WhisperCard | null; problem: string | null } | null>(
    null,
  );
  useEffect(() => {
    if (personId === null) return;
    const abort = new AbortController();
    void get<WhisperCard>(`/api/v1/w/${slug}/people/${personId}/whisper`, abort.signal).then((answer) =>
      setRead(
        answer.ok
          ? { id: personId, card: answer.value, problem: null }
          : { id: personId, card: null, problem: answer.problem.sentence },
      ),
    );
    return () => abort.abort();
  }, [slug, personId]);
  return read && read.id === personId ? read : { card: null, problem: null };
}

/** How words to somebody are looked at while they are typed. Without an answer there is no warning, and nobody is stopped. */
export function useCheckWords(personId: string): CheckWords {
  const { slug } = useDesk();
  return useCallback(
    async (words, signal) => {
      const answer = await post<WordsView>(`/api/v1/w/${slug}/people/${personId}/words`, { words }, signal);
      return answer.ok ? answer.value : null;
    },
    [slug, personId],
  );
}
