"use client";

import { AgentBadge } from "@/components/ui/agent-badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { fullText, stampText } from "@/components/when";
import type { Desk } from "@/components/workspace/desk-context";
import type { VersionView } from "@/lib/domain/draft/view";
import { firstName } from "@/lib/domain/person/first-name";

type Props = {
  versions: readonly VersionView[];
  approved: number | null;
  desk: Desk;
  /** Null where nothing may be written any more. */
  onBringBack: ((version: VersionView) => void) | null;
  onCompare: (from: number, to: number) => void;
};

/** Every version, the latest first: who wrote it and when, what changed in it, and a way back to it. */
export function VersionList({ versions, approved, desk, onBringBack, onCompare }: Props) {
  const latest = versions.at(-1)?.no ?? 0;
  return (
    <ol className="flex flex-col">
      {[...versions].reverse().map((version) => (
        <li key={version.no} className="border-b border-line/60 py-2 last:border-0">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium">Version {version.no}</span>
            <bdi
              className={cx("text-[0.8125rem]", version.by.role === "client" ? "text-ink" : "text-pencil")}
            >
              {firstName(version.by.name)}
              {version.by.role === "agent" ? <AgentBadge /> : null}
            </bdi>
            <time
              dateTime={version.at}
              title={fullText(version.at, desk)}
              className="text-[0.8125rem] text-muted"
            >
              {stampText(version.at, desk)}
            </time>
          </p>
          {approved === version.no ? (
            <p className="text-[0.8125rem] text-ink">These words are approved.</p>
          ) : null}
          {version.phrases.length > 0 ? (
            <p className="text-[0.8125rem] text-muted">With a saved phrase.</p>
          ) : null}
          <div className="-ms-2.5 flex flex-wrap">
            {version.no > 1 ? (
              <Button
                size="sm"
                variant="quiet"
                aria-label={`What changed in version ${version.no}`}
                onClick={() => onCompare(version.no - 1, version.no)}
              >
                What changed
              </Button>
            ) : null}
            {onBringBack && version.no !== latest ? (
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Bring back version ${version.no}`}
                onClick={() => onBringBack(version)}
              >
                Bring back
              </Button>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
