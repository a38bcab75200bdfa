"use client";

import { cx } from "@/components/ui/cx";
import { howDone, howsDone, withHowDone } from "@/lib/domain/gesture/how-done";
import type { TaskKind } from "@/lib/domain/task/task";

type Props = { kind: TaskKind; note: string; onNote: (note: string) => void };

/** A call, a card, a gift, or what was answered: one tap puts it into the note, another takes it out. */
export function HowDoneButtons({ kind, note, onNote }: Props) {
  const hows = howsDone(kind);
  if (hows.length === 0) return null;
  const chosen = howDone(note, kind);
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">What it was</legend>
      {hows.map((how) => (
        <button
          key={how}
          type="button"
          aria-pressed={chosen === how}
          onClick={() => onNote(withHowDone(note, how, kind))}
          className={cx(
            "min-h-9 rounded-full border px-3.5 text-[0.8125rem] pointer-coarse:min-h-11",
            chosen === how
              ? "border-text bg-text font-medium text-paper"
              : "border-edge text-muted hover:text-text",
          )}
        >
          {how}
        </button>
      ))}
    </fieldset>
  );
}
