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

/** A day and a time as they stand in their fields, whatever is missing of them. */
type Typed = { day: string; time: string };

/** Moves one entry by typing where it goes. How long it lasts stays, unless its end is typed, too: until then the end follows. */
export function MoveDialog({ entry, zone, onClose, onMove }: Props) {
  const [error, setError] = useState<string | null>(null);
  const walls = wallsOf(entry);
  const hasEnd = mayResize(entry);
  const [start, setStart] = useState(typedOf(walls.start));
  const [typedEnd, setTypedEnd] = useState<Typed | null>(null);
  const from = wallOf(start, walls.allDay);
  const end = typedEnd ?? typedOf(from ? endAfter(walls, from) : walls.end);
  const skipped = walls.allDay ? null : saySkipped(start, hasEnd ? end : null, entry, zone);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const until = wallOf(end, walls.allDay);
    if (!from) return setError("Give the day and the time.");
    if (!until || until < from) return setError("It ends before it begins.");
    onClose();
    onMove({ ...walls, start: from, end: until });
  }

  return (
    <Dialog open title={entry.type === "task" ? "When is it due?" : "Move it to"} onClose={onClose}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <p dir="auto" className="wrap-anywhere text-muted">
          {entry.title}
        </p>
        <When
          label={entry.type === "task" ? "Due" : "From"}
          typed={start}
          allDay={walls.allDay}
          onType={setStart}
        />
        {hasEnd ? <When label="Until" typed={end} allDay={walls.allDay} onType={setTypedEnd} /> : null}
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

type WhenProps = { label: string; typed: Typed; allDay: boolean; onType: (typed: Typed) => void };

function When({ label, typed, allDay, onType }: WhenProps) {
  const { day, time } = typed;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-2">
      <TextInput
        type="date"
        label={label}
        value={day}
        onChange={(event) => onType({ ...typed, day: event.target.value })}
      />
      {allDay ? null : (
        <TextInput
          type="time"
          label={`${label}, time`}
          value={time}
          onChange={(event) => onType({ ...typed, time: event.target.value })}
        />
      )}
    </div>
  );
}

function typedOf(wall: string): Typed {
  return { day: wall.slice(0, 10), time: wall.slice(11) };
}

/** What is typed as a wall's text; null where something is missing. */
function wallOf({ day, time }: Typed, allDay: boolean): string | null {
  const on = readDay(day);
  if (!on) return null;
  if (allDay) return on;
  return /^\d\d:\d\d$/.test(time) ? `${on}T${time}` : null;
}

/** Of a typed time that the clocks skip, what is meant instead. */
function saySkipped(start: Typed, end: Typed | null, entry: CalendarEntry, zone: string): string | null {
  const verb = entry.type === "task" ? "is due" : "begins";
  const ends = { endDay: end?.day ?? "", endTime: end?.time ?? "" };
  return skippedWords({ startDay: start.day, startTime: start.time, ...ends, zone }, verb);
}

function endAfter(walls: Walls, start: string): string {
  const ms = (wall: string) => Date.parse(wall.length === 10 ? `${wall}T00:00Z` : `${wall}Z`);
  const minutes = Math.round((ms(start) - ms(walls.start)) / 60_000);
  return moveBy(walls, walls.allDay ? { days: minutes / 1440 } : { minutes }).end;
}
