"use client";

import { Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { holdSeconds } from "@/lib/domain/draft/draft";

/**
 * What was just done, for ten seconds, and the way back, which stays. Where words wait to leave (`leavesAt`, milliseconds since
 * 1970), the seconds are counted for whoever sees them, and said once to whoever listens. It stands above the card instead of over the
 * buttons, and is always there for screen readers, so that they hear it change.
 */
export function UndoRow({
  says,
  leavesAt = null,
  canUndo,
  busy,
  onUndo,
}: {
  says: string | null;
  leavesAt?: number | null;
  canUndo: boolean;
  busy: boolean;
  onUndo: () => void;
}) {
  return (
    <div
      className={cx(
        "flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-1",
        !canUndo && !says && "sr-only",
      )}
    >
      <p
        role="status"
        dir="auto"
        className="wrap-anywhere min-w-0 flex-1 basis-40 text-[0.9375rem] text-muted"
      >
        {says}
        {says && leavesAt !== null ? <Leaving key={leavesAt} at={leavesAt} /> : null}
      </p>
      {canUndo ? (
        <Button
          variant={says ? "secondary" : "quiet"}
          shortcut="Z"
          className="min-h-11 shrink-0"
          aria-disabled={busy}
          onClick={onUndo}
          icon={<Undo2 aria-hidden="true" className="size-4" />}
        >
          {says ? "Undo" : "Undo last"}
        </Button>
      ) : null}
    </div>
  );
}

function Leaving({ at }: { at: number }) {
  const [seconds, setSeconds] = useState(holdSeconds);
  useEffect(() => {
    const tick = () => setSeconds(Math.max(0, Math.ceil((at - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [at]);
  return (
    <>
      <span aria-hidden="true" className="tabular-nums">
        {seconds > 0 ? ` Leaves in ${seconds} s` : " On its way"}
      </span>
      <span className="sr-only"> leaves in half a minute. You can still undo it.</span>
    </>
  );
}
