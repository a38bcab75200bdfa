import { Cake, Check, Lock } from "lucide-react";
import { chipLooks, chipSentence, chipText, lookOf } from "@/components/calendar/looks";
import { cx } from "@/components/ui/cx";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

/** One entry as a small coloured slip: drawn short, read out whole. */
export function Chip({ entry, wraps = false }: { entry: CalendarEntry; wraps?: boolean }) {
  const look = lookOf(entry);
  return (
    <span
      className={cx(
        "flex w-full min-w-0 items-center gap-1.5 rounded-md px-1.5 font-medium",
        wraps ? "min-h-7 py-1 text-sm" : "h-[1.3125rem] text-xs",
        chipLooks[look],
      )}
    >
      <Mark entry={entry} />
      <span aria-hidden="true" dir="auto" className={wraps ? "wrap-anywhere" : "truncate"}>
        {chipText(entry)}
      </span>
      <span className="sr-only">{chipSentence(entry)}</span>
    </span>
  );
}

function Mark({ entry }: { entry: CalendarEntry }) {
  const icon = "size-3 shrink-0";
  const look = lookOf(entry);
  return (
    <>
      {look === "ink" ? <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-ink" /> : null}
      {entry.type === "day" ? <Cake aria-hidden="true" className={icon} /> : null}
      {look === "checked" || look === "done" ? <Check aria-hidden="true" className={icon} /> : null}
      {entry.isPrivate ? <Lock aria-hidden="true" className={icon} /> : null}
    </>
  );
}
