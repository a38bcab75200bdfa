"use client";

import { ChipMark } from "@/components/calendar/chip";
import { chipLooks, chipSentence, chipText, lookOf } from "@/components/calendar/looks";
import { cx } from "@/components/ui/cx";
import { useDesk } from "@/components/workspace/desk-context";
import { type Walls, wallsOf } from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

/** Minutes from which on an entry is high enough for more lines. */
const room = { place: 75, secondLine: 100, thirdLine: 150 };

/** An entry among the hours, as high as it lasts: what, when and where as far as there is room; read out whole. */
export function Slip({ entry, day, isShort }: { entry: CalendarEntry; day: string; isShort: boolean }) {
  const { clientShort } = useDesk();
  const { start, end } = wallsOf(entry);
  const minutes = (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000;
  const place = entry.type === "event" && minutes >= room.place ? entry.place : "";
  const times = entry.time ? `${entry.time}${entry.endTime ? `–${entry.endTime}` : ""}` : "";
  return (
    <span
      className={cx(
        "flex h-full w-full min-w-0 overflow-hidden rounded-md px-1.5 text-xs font-medium print:border print:border-line",
        isShort ? "items-center gap-1 leading-tight" : "flex-col py-1 leading-4",
        chipLooks[lookOf(entry)],
      )}
    >
      <span aria-hidden="true" className="flex min-w-0 items-center gap-1">
        <ChipMark entry={entry} />
        <span
          dir="auto"
          className={cx(
            minutes < room.secondLine ? "truncate" : "wrap-anywhere",
            minutes >= room.secondLine && (minutes < room.thirdLine ? "line-clamp-2" : "line-clamp-3"),
          )}
        >
          {chipText(entry, clientShort, isShort)}
        </span>
      </span>
      {isShort ? null : (
        <span aria-hidden="true" className="truncate font-normal tabular-nums">
          {times}
        </span>
      )}
      {isShort || !place ? null : (
        <span aria-hidden="true" dir="auto" className="truncate font-normal">
          {place}
        </span>
      )}
      <span className="sr-only">
        {day}: {chipSentence(entry, clientShort)}
      </span>
    </span>
  );
}

/** A time that is being drawn. */
export function Drawing({ walls }: { walls: Walls | null }) {
  return (
    <span className="flex h-full w-full overflow-hidden rounded-md bg-sunken px-1.5 py-1 text-xs leading-4 font-medium">
      {walls ? `New, ${walls.start.slice(11)}–${walls.end.slice(11)}` : "New"}
    </span>
  );
}
