"use client";

import { ArrowLeft } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { undoInBar } from "@/app/(workspace)/w/[workspace]/_components/undo-in-bar";
import { useDuplicates } from "@/app/(workspace)/w/[workspace]/people/duplicates/_components/use-duplicates";
import { MergeDialog } from "@/components/people/merge-dialog";
import { PairCard } from "@/components/people/pair-card";
import { More } from "@/components/tasks/task-section";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/sheet";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { useFocusStays } from "@/components/ui/use-focus-stays";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import type { DuplicatesView, Pair } from "@/lib/domain/person/duplicates-view";

type Props = {
  view: DuplicatesView;
  /** Two whom somebody chose by hand: they are asked about first. */
  chosen: Pair | null;
};

/** People who may be one, pair by pair: J and K walk, M merges, N says that they are two. */
export function DuplicatesScreen({ view: first, chosen: byHand }: Props) {
  const desk = useDesk();
  const base = `/w/${desk.slug}`;
  const { view, isBusy, bar, show, merge, setApart, more } = useDuplicates(first);
  const [chosen, setChosen] = useState<string | null>(null);
  const [merging, setMerging] = useState<string | null>(byHand?.id ?? null);
  const whole = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLDivElement>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const stood = useRef(0);
  const found = view.pairs.findIndex((pair) => pair.id === chosen);
  const at = found === -1 ? Math.max(0, Math.min(stood.current, view.pairs.length - 1)) : found;
  // Where a pair goes, the one that stands in its place then is next, and has the focus; where there is none, the page's own heading.
  const next = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    stood.current = at;
    next.current = (listRef.current?.children[at] as HTMLElement | undefined) ?? heading.current;
  });
  useFocusStays(whole, next);
  const pair = view.pairs[at];
  const asked = [...view.pairs, ...(byHand ? [byHand] : [])].find((one) => one.id === merging);

  function walk(step: 1 | -1) {
    const next = view.pairs[Math.max(0, Math.min(view.pairs.length - 1, chosen === null ? 0 : at + step))];
    if (next) setChosen(next.id);
  }
  useEffect(() => {
    if (chosen === null) return;
    const card = listRef.current?.querySelector<HTMLElement>("[data-chosen]");
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  useKeys(merging === null, {
    j: () => walk(1),
    arrowdown: () => walk(1),
    k: () => walk(-1),
    arrowup: () => walk(-1),
    m: () => pair && setMerging(pair.id),
    n: () => pair && void setApart(pair.one.id, pair.other.id, true),
    ...undoKeys(() => undoInBar(bar)?.()),
  });

  return (
    <div ref={whole} className="mx-auto w-full max-w-5xl px-4 pt-4 pb-16 lg:px-8">
      <LinkButton variant="quiet" size="sm" className="mb-2 -ms-2 self-start" href={`${base}/people`}>
        <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> People
      </LinkButton>
      <div ref={heading} tabIndex={-1} className="outline-none">
        <PageHeader
          title="Duplicates"
          lead="People who may be one and the same, each pair with its reasons. Nothing is merged by itself."
        />
      </div>
      {view.pairs.length > 0 ? (
        <ul ref={listRef} className="flex flex-col gap-4" aria-label="Pairs">
          {view.pairs.map((one) => (
            <PairCard
              key={one.id}
              pair={one}
              base={base}
              locale={desk.locale}
              isChosen={one.id === pair?.id && chosen !== null}
              isCurrent={one.id === pair?.id}
              isBusy={isBusy}
              onChoose={() => setChosen(one.id)}
              onMerge={() => setMerging(one.id)}
              onApart={() => void setApart(one.one.id, one.other.id, true)}
            />
          ))}
        </ul>
      ) : (
        <EmptyState title="Nobody is on the desk twice.">
          When two people share an address, a phone or a birthday and their names are alike, they are shown
          here side by side.
        </EmptyState>
      )}
      {view.more ? <More key={view.more} onMore={more} /> : null}
      {view.apart.length > 0 ? (
        <details className="mt-8 text-[0.8125rem]">
          <summary className="w-fit rounded text-muted underline decoration-line underline-offset-2 pointer-coarse:flex pointer-coarse:min-h-11 pointer-coarse:items-center">
            Pairs that are two people
          </summary>
          <ul className="mt-2 flex flex-col">
            {view.apart.map((two) => (
              <li
                key={`${two.oneId}.${two.otherId}`}
                className="flex items-center justify-between gap-3 border-b border-line py-1.5"
              >
                <span className="min-w-0 wrap-anywhere">
                  <bdi>{two.one}</bdi> and <bdi>{two.other}</bdi>
                </span>
                <Button
                  size="sm"
                  variant="quiet"
                  onClick={() => void setApart(two.oneId, two.otherId, false)}
                >
                  Look again
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {asked ? (
        <MergeDialog
          key={asked.id}
          pair={asked}
          locale={desk.locale}
          isBusy={isBusy}
          onClose={() => setMerging(null)}
          onMerge={async (kept, merged, choices) => {
            await merge(kept, merged, choices);
            setMerging(null);
          }}
        />
      ) : null}
      <ToastRegion>
        {bar ? (
          <Toast tone={bar.tone} action={bar.action} onDismiss={() => show(null)}>
            {bar.says}
          </Toast>
        ) : null}
      </ToastRegion>
    </div>
  );
}
