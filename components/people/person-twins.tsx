"use client";

import { AgentBadge } from "@/components/ui/agent-badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Twins } from "@/lib/domain/person/duplicates-view";

type Props = {
  twins: Twins | null;
  /** The desk's pages: "/w/mira". */
  base: string;
  isBusy: boolean;
  onUndo: (mergeId: string, name: string) => void;
};

/** Quietly, on somebody's page: who else they may be, and who was merged into them. Nothing where there is nobody. */
export function PersonTwins({ twins, base, isBusy, onUndo }: Props) {
  if (twins === null || twins.people.length + twins.merges.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {twins.people.map((one) => (
        <Notice key={one.id}>
          {one.how === "surely" ? "This is surely also " : "Perhaps this is also "}
          <Link href={`${base}/people/${one.id}`} className="underline underline-offset-2">
            <bdi>{one.name}</bdi>
          </Link>
          : {one.reasons.join("; ")}.{" "}
          <Link href={`${base}/people/duplicates`} className="whitespace-nowrap underline underline-offset-2">
            Look at both
          </Link>
        </Notice>
      ))}
      {twins.merges.map((one) => (
        <div
          key={one.id}
          className="flex items-center justify-between gap-3 px-1 text-[0.8125rem] text-muted"
        >
          <p className="min-w-0 wrap-anywhere">
            <bdi>{one.name}</bdi> was merged into this page{one.by ? <> by {one.by}</> : null}
            {one.role === "agent" ? <AgentBadge /> : null}.
          </p>
          <Button size="sm" variant="quiet" disabled={isBusy} onClick={() => onUndo(one.id, one.name)}>
            Undo the merge
          </Button>
        </div>
      ))}
    </div>
  );
}
