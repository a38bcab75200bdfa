"use client";

import { type FormEvent, useState } from "react";
import { skippedWords } from "@/components/calendar/skipped-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/field";
import { mayResize, moveBy, type Walls, wallsOf } from "@/lib/domain/calendar/shift-entry";
import { readDay } from "@/lib/domain/calendar/stretch";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

type Props = {
  entry: CalendarEntry;
  /** The calendar's, in which is typed. */
  zone: string;
  onClose: () => void;
  onMove: (walls: Walls) => void;
};

/** Moves one entry by typing where it goes. How long it lasts stays, unless its end is typed, too. */
export function MoveDialog({ entry, zone, onClose, onMove }: Props) {
  const [error, setError] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<string | null>(null);
  const walls = wallsOf(entry);
  const hasEnd = mayResize(entry);

  function onInput(event: FormEvent<HTMLFormElement>) {
    const typed = readTyped(event.currentTarget, entry);
    setSkipped(typeof typed === "string" ? null : saySkipped(typed, entry, zone));
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = readTyped(event.currentTarget, entry);
    if (typeof typed === "string") return setError(typed);
    onClose();
    onMove(typed);
  }

  return (
    <Dialog open title={entry.type === "task" ? "When is it due?" : "Move it to"} onClose={onClose}>
      <form onSubmit={submit} onInput={onInput} noValidate className="flex flex-col gap-3">
        <p dir="auto" className="wrap-anywhere text-muted">
          {entry.title}
        </p>
        <When
          name="start"
          label={entry.type === "task" ? "Due" : "From"}
          wall={walls.start}
          allDay={walls.allDay}
        />
        {hasEnd ? <When name="end" label="Until" wall={walls.end} allDay={walls.allDay} /> : null}
        <p role="status" className="text-[0.8125rem] text-late empty:hidden">
          {skipped}
        </p>
        <p role="alert" className="text-[0.8125rem] text-late empty:hidden">
          {error}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" variant="primary">
            Move it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function When(props: { name: string; label: string; wall: string; allDay: boolean }) {
  const { name, label, wall, allDay } = props;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-2">
      <TextInput type="date" label={label} name={`${name}Day`} defaultValue={wall.slice(0, 10)} />
      {allDay ? null : (
        <TextInput type="time" label={`${label}, time`} name={`${name}Time`} defaultValue={wall.slice(11)} />
      )}
    </div>
  );
}

/** Where it goes as it is typed, or what is wrong with it. */
function readTyped(form: HTMLFormElement, entry: CalendarEntry): Walls | string {
  const walls = wallsOf(entry);
  const typed = new FormData(form);
  const read = (day: string, time: string) => {
    const on = readDay(String(typed.get(day) ?? ""));
    const at = walls.allDay ? "" : `T${String(typed.get(time) ?? "")}`;
    return on && (walls.allDay || /^T\d\d:\d\d$/.test(at)) ? `${on}${at}` : null;
  };
  const start = read("startDay", "startTime");
  if (!start) return "Give the day and the time.";
  const typedEnd = mayResize(entry) ? read("endDay", "endTime") : walls.end;
  // Who changes the beginning alone means the whole of it.
  const end = typedEnd === walls.end ? endAfter(walls, start) : typedEnd;
  if (!end || end < start) return "It ends before it begins.";
  return { ...walls, start, end };
}

/** Of a typed time that the clocks skip, what is meant instead. */
function saySkipped({ start, end, allDay }: Walls, entry: CalendarEntry, zone: string): string | null {
  if (allDay) return null;
  const [startDay = "", startTime = ""] = start.split("T");
  const [endDay = "", endTime = ""] = mayResize(entry) ? end.split("T") : [];
  const verb = entry.type === "task" ? "is due" : "begins";
  return skippedWords({ startDay, startTime, endDay, endTime, zone }, verb);
}

function endAfter(walls: Walls, start: string): string {
  const ms = (wall: string) => Date.parse(wall.length === 10 ? `${wall}T00:00Z` : `${wall}Z`);
  const minutes = Math.round((ms(start) - ms(walls.start)) / 60_000);
  return moveBy(walls, walls.allDay ? { days: minutes / 1440 } : { minutes }).end;
}
