"use client";

import { useEffect, useState } from "react";
import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { DiffText } from "@/components/drafts/diff-text";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/spinner";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftDiff, DraftView } from "@/lib/domain/draft/view";
import { firstName } from "@/lib/domain/person/first-name";

type Props = { draft: DraftView; from: number; to: number; onClose: () => void };

/** Any two versions as one text, with what went and what came. */
export function CompareDialog({ draft, onClose, ...first }: Props) {
  const { slug } = useDesk();
  const [{ from, to }, choose] = useState({ from: first.from, to: first.to });
  const [diff, setDiff] = useState<DraftDiff | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const abort = new AbortController();
    const query = new URLSearchParams({ from: String(from), to: String(to) });
    void get<DraftDiff>(`/api/v1/w/${slug}/drafts/${draft.id}/diff?${query}`, abort.signal).then((answer) => {
      setProblem(answer.ok ? "" : answer.problem.sentence);
      if (answer.ok) setDiff(answer.value);
    });
    return () => abort.abort();
  }, [slug, draft.id, from, to]);
  const isThis = diff?.from === from && diff.to === to;
  return (
    <Dialog open wide="widest" title="What changed" onClose={onClose}>
      <div className="mb-4 grid grid-cols-2 gap-3">
        {(["from", "to"] as const).map((end) => (
          <Select
            key={end}
            label={end === "from" ? "From" : "To"}
            value={end === "from" ? from : to}
            onChange={(event) => choose({ from, to, [end]: Number(event.target.value) })}
          >
            {draft.versions.map(({ no, by }) => (
              <option key={no} value={no}>
                Version {no}, {firstName(by.name)}
                {by.role === "agent" ? ", an agent" : ""}
              </option>
            ))}
          </Select>
        ))}
      </div>
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : isThis ? (
        <DiffText parts={diff.parts} />
      ) : (
        <Skeleton className="h-32" />
      )}
    </Dialog>
  );
}
