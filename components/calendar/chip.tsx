"use client";

import { Cake, Check, Lock } from "lucide-react";
import { chipLooks, chipSentence, chipText, lookOf } from "@/components/calendar/looks";
import { cx } from "@/components/ui/cx";
import { useDesk } from "@/components/workspace/desk-context";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

type Props = {
  entry: CalendarEntry;
  wraps?: boolean;
  /** Its time stands beside it already. */
  withoutTime?: boolean;
  /** Its day has the room of a few letters: no time, and small. */
  isNarrow?: boolean;
  /** The day, where nothing around it says so. */
  day?: string;
};

/** One entry as a small coloured slip: drawn short, read out whole. */
export function Chip({ entry, wraps = false, withoutTime = false, isNarrow = false, day }: Props) {
  const { clientShort } = useDesk();
  return (
    <span
      className={cx(
        "flex w-full min-w-0 items-center rounded-md font-medium print:border print:border-line",
        isNarrow ? "gap-0.5 px-1 text-2xs" : "gap-1.5 px-1.5",
        wraps ? "min-h-7 py-1 text-sm" : cx("h-[1.3125rem]", !isNarrow && "text-xs"),
        chipLooks[lookOf(entry)],
      )}
    >
      <ChipMark entry={entry} isNarrow={isNarrow} />
      {/* Three dots would take the room of two letters. */}
      <span
        aria-hidden="true"
        dir="auto"
        className={wraps ? "wrap-anywhere" : cx("truncate", isNarrow && "text-clip")}
      >
        {chipText(entry, clientShort, !withoutTime && !isNarrow)}
      </span>
      <span className="sr-only">
        {day ? `${day}: ` : ""}
        {chipSentence(entry, clientShort)}
      </span>
    </span>
  );
}

/** The little signs before the words: must be you, a day, checked, private. */
export function ChipMark({ entry, isNarrow = false }: { entry: CalendarEntry; isNarrow?: boolean }) {
  const icon = cx("shrink-0", isNarrow ? "size-2.5" : "size-3");
  const look = lookOf(entry);
  return (
    <>
      {look === "ink" ? (
        <span
          aria-hidden="true"
          className={cx("shrink-0 rounded-full bg-ink", isNarrow ? "size-1.5" : "size-2")}
        />
      ) : null}
      {look === "day" ? <Cake aria-hidden="true" className={icon} /> : null}
      {look === "checked" || look === "done" ? <Check aria-hidden="true" className={icon} /> : null}
      {entry.isPrivate && entry.type !== "busy" ? <Lock aria-hidden="true" className={icon} /> : null}
    </>
  );
}
