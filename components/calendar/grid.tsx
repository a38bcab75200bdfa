"use client";

import "@fullcalendar/react/skeleton.css";
import FullCalendar, { type CalendarRef, type EventApi } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import timeGrid from "@fullcalendar/react/timegrid";
import { useEffect, useMemo, useRef, useState } from "react";
import { sayDay } from "@/components/calendar/agenda";
import { Chip } from "@/components/calendar/chip";
import { gridClasses } from "@/components/calendar/grid-classes";
import { entryOf, fromGrid, hoursOf, toGrid, wholeDay } from "@/components/calendar/grid-entry";
import { HourHead, HourLabel } from "@/components/calendar/hour-label";
import { unmovableWords } from "@/components/calendar/move-words";
import { Drawing, Slip } from "@/components/calendar/slip";
import { usePaper } from "@/components/calendar/use-paper";
import { useNow } from "@/components/ui/clock";
import {
  moveBy,
  placedAt,
  resizeBy,
  type Walls,
  wallsOf,
  whyNotMove,
} from "@/lib/domain/calendar/shift-entry";
import { type CalendarLook, daysOf, stretchOf } from "@/lib/domain/calendar/stretch";
import type { CalendarEntry, CalendarView } from "@/lib/domain/calendar/view";
import { wallAt } from "@/lib/domain/calendar/zone-day";

type Props = {
  view: CalendarView;
  look: Exclude<CalendarLook, "agenda">;
  day: string;
  locale: string;
  /** A second zone beside the hours. */
  otherZone: string | null;
  /** Entries that are being moved already, by key. */
  held: ReadonlySet<string>;
  onOpen: (entry: CalendarEntry) => void;
  onDrop: (entry: CalendarEntry, walls: Walls) => void;
  /** A time was drawn on empty ground. */
  onDraw: (walls: Walls) => void;
  onDay: (day: string) => void;
};

const views = { month: "dayGridMonth", week: "timeGridWeek", day: "timeGridDay" } as const;

/**
 * Month, week and day on FullCalendar, drawn with our own classes. It is given wall times as if they were UTC, so that no zone
 * is applied twice; it is drawn in the browser alone, where its inline styles go through the CSSOM and the policy lets them.
 */
export default function Grid(props: Props) {
  const { view, look, day, locale, otherZone, held, onOpen, onDrop, onDraw, onDay } = props;
  const isHourly = look !== "month";
  const now = useNow();
  const latestNow = useRef(now);
  useEffect(() => {
    latestNow.current = now;
  });
  const { from, to } = stretchOf({ look, day });
  const days = useMemo(() => daysOf({ from, to }), [from, to]);
  const events = useMemo(
    () => view.entries.flatMap((entry, order) => toGrid(entry, order, isHourly, held.has(entry.key))),
    [view.entries, isHourly, held],
  );

  // Whoever holds an entry in the hand is not disturbed by what arrives meanwhile.
  const [isHolding, setHolding] = useState(false);
  const [drawn, setDrawn] = useState(events);
  if (!isHolding && drawn !== events) setDrawn(events);

  function drop(event: Pick<EventApi, "id" | "start" | "end" | "allDay">, revert: () => void) {
    const entry = view.entries.find(({ key }) => key === event.id);
    const walls = entry ? fromGrid(event, wallsOf(entry)) : null;
    if (entry && walls) onDrop(entry, walls);
    else revert();
  }

  /** An entry as it would be if it were let go now; none where a time is drawn on empty ground. */
  function underway(event: EventApi): CalendarEntry | null {
    const entry = entryOf(event);
    if (!entry) return null;
    const walls = fromGrid(event, wallsOf(entry));
    return walls ? placedAt(entry, walls, view.zone) : entry;
  }

  const calendar = useRef<CalendarRef>(null);
  const isOnPaper = usePaper(calendar);
  const hours = isOnPaper ? hoursOf(view) : wholeDay;

  return (
    <FullCalendar
      ref={calendar}
      key={`${look} ${from}`}
      plugins={[dayGrid, timeGrid, interaction]}
      initialView={views[look]}
      initialDate={day}
      now={() => `${wallAt(latestNow.current, view.zone)}Z`}
      timeZone="UTC"
      locale={locale}
      firstDay={1}
      fixedWeekCount={false}
      headerToolbar={false}
      height={isOnPaper ? "auto" : "100%"}
      expandRows={!isOnPaper}
      editable
      selectable
      selectMirror={isHourly}
      nowIndicator
      events={drawn}
      eventOrder="order"
      eventDisplay="block"
      eventInteractive
      dayMaxEvents={isHourly ? 4 : true}
      defaultTimedEventDuration="00:30"
      // As fine as one moves: FullCalendar holds an entry at the middle of a slot, and lets it slip where a slot has two steps.
      slotDuration="00:15"
      slotHeaderInterval="01:00"
      slotMinHeight={12}
      slotMinTime={hours.from}
      slotMaxTime={hours.to}
      scrollTime={view.hours.from}
      slotEventOverlap={false}
      eventMinHeight={20}
      eventShortHeight={42}
      navLinks
      navLinkDayClick={(date) => onDay(date.toISOString().slice(0, 10))}
      dayHeaderFormat={isHourly ? { weekday: "short", day: "numeric" } : { weekday: "short" }}
      eventClick={(info) => {
        info.jsEvent.preventDefault();
        const entry = entryOf(info.event);
        if (entry) onOpen(entry);
      }}
      eventDragStart={() => setHolding(true)}
      eventDragStop={() => setHolding(false)}
      eventResizeStart={() => setHolding(true)}
      eventResizeStop={() => setHolding(false)}
      eventDrop={({ event, revert }) => drop(event, revert)}
      eventResize={({ event, revert }) => drop(event, revert)}
      select={({ start, end, allDay, view: { calendar } }) => {
        calendar.unselect();
        const walls = fromGrid({ start, end, allDay }, null);
        if (walls) onDraw(atLeastAnHour(walls));
      }}
      eventDidMount={({ el, event, isMirror }) => {
        const entry = entryOf(event);
        if (entry && !isMirror) mark(el, entry);
      }}
      eventContent={({ event, isShort, isNarrow, isMirror, isStart, isEnd }) => {
        const entry = isMirror ? underway(event) : entryOf(event);
        if (!entry) return <Drawing walls={fromGrid(event, null)} />;
        const said = sayDay(entry.firstDay, locale);
        if (!isHourly || event.allDay) return <Chip entry={entry} day={said} isNarrow={isNarrow} />;
        return <Slip {...{ entry, isShort, isStart, isEnd }} day={said} />;
      }}
      backgroundEventContent={({ event, isShort }) =>
        isShort || event.id.endsWith(":hours") ? null : (
          <span className="block truncate px-1.5 py-1 text-xs text-muted">{event.title}</span>
        )
      }
      dayHeaderContent={({ weekdayText, dayNumberText, text, isToday, inPopover }) =>
        !isHourly || inPopover ? (
          text
        ) : (
          <span className="flex items-center gap-2">
            {weekdayText}
            <span className={isToday ? todayClass : undefined}>{dayNumberText}</span>
          </span>
        )
      }
      moreLinkContent={(info) => (info.isNarrow ? `+${info.num}` : `${info.num} more`)}
      popoverCloseContent={() => <span aria-hidden="true">×</span>}
      dayCellTopContent={(info) =>
        isHourly ? null : <span className={info.isToday ? todayClass : undefined}>{info.dayNumberText}</span>
      }
      allDayHeaderContent={() => <HourHead zone={view.zone} otherZone={otherZone} />}
      slotHeaderContent={({ time, text }) =>
        time ? (
          <HourLabel time={text} days={days} zone={view.zone} otherZone={otherZone} locale={locale} />
        ) : (
          text
        )
      }
      slotHeaderFormat={{ hour: "2-digit", minute: "2-digit", hour12: false }}
      {...gridClasses}
    />
  );
}

/** Whoever only points at a time means an hour from there. */
function atLeastAnHour(walls: Walls): Walls {
  const isPointed = !walls.allDay && moveBy(walls, { minutes: 15 }).start >= walls.end;
  return isPointed ? resizeBy(walls, { minutes: 45 }) : walls;
}

/** Names an entry's element for whoever walks from one to the next, and says to a mouse why it does not move. */
function mark(element: HTMLElement, entry: CalendarEntry) {
  const why = whyNotMove(entry);
  element.dataset.entry = entry.key;
  if (why) element.title = unmovableWords(why, entry);
}

const todayClass =
  "-ms-1 -my-0.5 inline-flex size-5 items-center justify-center rounded-full bg-ink-fill text-[0.6875rem] font-semibold text-on-ink";
