"use client";

import { ChipMark } from "@/components/calendar/chip";
import { chipLooks, chipSentence, chipText, lookOf } from "@/components/calendar/looks";
import { cx } from "@/components/ui/cx";
import { useDesk } from "@/components/workspace/desk-context";
import { type Walls, wallsOf } from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

/** Minutes from which on an entry is high enough for more lines. */
const room = { place: 75, secondLine: 100, thirdLine: 150 };

type Props = {
  entry: CalendarEntry;
  day: string;
  isShort: boolean;
  /** Whether it begins, and ends, on the day where it is drawn. */
  isStart: boolean;
  isEnd: boolean;
};

/** An entry among the hours of a day, as high as it lasts there: what, when and where as far as there is room; read out whole. */
export function Slip({ entry, day, isShort, isStart, isEnd }: Props) {
  const { clientShort } = useDesk();
  const { start, end } = wallsOf(entry);
  const minutes = ((isEnd && minutesInto(end)) || 1440) - (isStart ? minutesInto(start) : 0);
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
            isShort || minutes < room.secondLine ? "truncate" : "wrap-anywhere",
            minutes >= room.secondLine && (minutes < room.thirdLine ? "line-clamp-2" : "line-clamp-3"),
          )}
        >
          {chipText(entry, clientShort, isShort && isStart)}
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

function minutesInto(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

/** A time that is being drawn. */
export function Drawing({ walls }: { walls: Walls | null }) {
  return (
    <span className="flex h-full w-full overflow-hidden rounded-md bg-sunken px-1.5 py-1 text-xs leading-4 font-medium">
      {walls ? `New, ${walls.start.slice(11)}–${walls.end.slice(11)}` : "New"}
    </span>
  );
}
