import { Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

/**
 * What was just done, for ten seconds, and the way back, which stays. `leaving` counts the
 * seconds where words wait to leave. It stands above the card instead of over the
 * buttons, and is always there for screen readers, so that they hear it change. `undoes`: what
 * the way back is from, where that is not what was just done.
 */
export function UndoRow({
  says,
  leaving,
  canUndo,
  undoes,
  busy,
  onUndo,
}: {
  says: string | null;
  leaving?: ReactNode;
  canUndo: boolean;
  undoes?: string;
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
        {says ? leaving : null}
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
          {undoes ? (
            <span className="max-w-48 truncate">
              Undo “<bdi>{undoes}</bdi>”
            </span>
          ) : says ? (
            "Undo"
          ) : (
            "Undo last"
          )}
        </Button>
      ) : null}
    </div>
  );
}
