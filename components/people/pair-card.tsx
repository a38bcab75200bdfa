"use client";

import { Lock } from "lucide-react";
import { pairLines } from "@/components/people/pair-sides";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { Pair, PairSide } from "@/lib/domain/person/duplicates-view";

type Props = {
  pair: Pair;
  /** The desk's pages: "/w/mira". */
  base: string;
  locale: string;
  isChosen: boolean;
  /** The keys mean this one. */
  isCurrent: boolean;
  isBusy: boolean;
  onChoose: () => void;
  onMerge: () => void;
  onApart: () => void;
};

/** Two who may be one, side by side, with the reasons; and the two answers to it. */
export function PairCard({
  pair,
  base,
  locale,
  isChosen,
  isCurrent,
  isBusy,
  onChoose,
  onMerge,
  onApart,
}: Props) {
  const { one, other } = pair;
  return (
    <li
      data-chosen={isChosen || undefined}
      tabIndex={isChosen ? 0 : -1}
      onFocus={onChoose}
      aria-label={`${one.name} and ${other.name}: ${pair.reasons.join(", ")}`}
      className={cx("rounded-sheet border bg-sheet p-4", isChosen ? "border-text" : "border-line")}
    >
      <p className="mb-3 text-[0.8125rem] text-muted wrap-anywhere">
        <strong className="font-semibold text-text">
          {pair.how === "surely" ? "Surely one person" : "Perhaps one person"}
        </strong>
        {": "}
        <bdi>{pair.reasons.join("; ")}</bdi>.
      </p>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2.5">
        <Name side={one} base={base} />
        <Name side={other} base={base} />
        {pairLines(one, other, locale)
          .filter((line) => line.key !== "name")
          .map((line) => (
            <div key={line.key} className="col-span-2 grid grid-cols-subgrid">
              <h3 className="col-span-2 text-[0.8125rem] text-muted first-letter:uppercase">{line.label}</h3>
              <Said words={line.one} />
              <Said words={line.other} />
            </div>
          ))}
      </div>
      <footer className="mt-4 flex flex-wrap gap-2">
        <Button onClick={onMerge} disabled={isBusy} shortcut={isCurrent ? "M" : undefined}>
          Merge…
        </Button>
        <Button variant="quiet" onClick={onApart} disabled={isBusy} shortcut={isCurrent ? "N" : undefined}>
          These are two people
        </Button>
      </footer>
    </li>
  );
}

function Name({ side, base }: { side: PairSide; base: string }) {
  return (
    <h2 className="font-serif text-lg font-medium wrap-anywhere">
      <Link
        href={`${base}/people/${side.id}`}
        dir="auto"
        className="touchable underline decoration-line underline-offset-4"
      >
        {side.name}
      </Link>
      {side.isPrivate ? <Lock aria-label="Private" className="ms-1.5 inline size-3.5 text-muted" /> : null}
    </h2>
  );
}

function Said({ words }: { words: string }) {
  if (words === "") return <p className="text-muted">–</p>;
  return (
    <p dir="auto" className="line-clamp-6 whitespace-pre-line wrap-anywhere">
      {words}
    </p>
  );
}
