"use client";

import { useEffect, useState } from "react";
import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { PhraseList } from "@/components/drafts/phrase-list";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/spinner";
import { useDesk } from "@/components/workspace/desk-context";
import type { PhraseView } from "@/lib/domain/draft/phrase";
import type { WritingHelp } from "@/lib/domain/draft/view";

type Props = { help: WritingHelp; onClose: () => void; onChoose: (text: string) => void };

/** The client's saved phrases, to put one into the words. */
export function PhrasesDialog({ help, onClose, onChoose }: Props) {
  const { slug } = useDesk();
  const [phrases, setPhrases] = useState<PhraseView[] | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const abort = new AbortController();
    void get<{ phrases: PhraseView[] }>(`/api/v1/w/${slug}/phrases`, abort.signal).then((answer) => {
      if (answer.ok) setPhrases(answer.value.phrases);
      else setProblem(answer.problem.sentence);
    });
    return () => abort.abort();
  }, [slug]);
  return (
    <Dialog open wide title="Saved phrases" onClose={onClose}>
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      {phrases ? (
        <PhraseList phrases={phrases} language={help.language} known={help.known} onChoose={onChoose} />
      ) : problem ? null : (
        <Skeleton className="h-32" />
      )}
    </Dialog>
  );
}
