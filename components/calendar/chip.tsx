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
  /** The day, where nothing around it says so. */
  day?: string;
};

/** One entry as a small coloured slip: drawn short, read out whole. */
export function Chip({ entry, wraps = false, withoutTime = false, day }: Props) {
  const { clientShort } = useDesk();
  return (
    <span
      className={cx(
        "flex w-full min-w-0 items-center gap-1.5 rounded-md px-1.5 font-medium print:border print:border-line",
        wraps ? "min-h-7 py-1 text-sm" : "h-[1.3125rem] text-xs",
        chipLooks[lookOf(entry)],
      )}
    >
      <ChipMark entry={entry} />
      <span aria-hidden="true" dir="auto" className={wraps ? "wrap-anywhere" : "truncate"}>
        {chipText(entry, clientShort, !withoutTime)}
      </span>
      <span className="sr-only">
        {day ? `${day}: ` : ""}
        {chipSentence(entry, clientShort)}
      </span>
    </span>
  );
}

/** The little signs before the words: must be you, a day, checked, private. */
export function ChipMark({ entry }: { entry: CalendarEntry }) {
  const icon = "size-3 shrink-0";
  const look = lookOf(entry);
  return (
    <>
      {look === "ink" ? <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-ink" /> : null}
      {look === "day" ? <Cake aria-hidden="true" className={icon} /> : null}
      {look === "checked" || look === "done" ? <Check aria-hidden="true" className={icon} /> : null}
      {entry.isPrivate && entry.type !== "busy" ? <Lock aria-hidden="true" className={icon} /> : null}
    </>
  );
}
