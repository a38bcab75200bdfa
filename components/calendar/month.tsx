"use client";

import "@fullcalendar/react/skeleton.css";
import FullCalendar, { type EventInput } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import { useMemo } from "react";
import { Chip } from "@/components/calendar/chip";
import { cx } from "@/components/ui/cx";
import type { CalendarEntry, CalendarView } from "@/lib/domain/calendar/view";
import { addDays } from "@/lib/domain/calendar/zone-day";

type Props = { view: CalendarView; day: string; locale: string; onOpen: (entry: CalendarEntry) => void };

/**
 * A month on FullCalendar, drawn with our own classes. It is given wall times as if they were UTC, so that no zone is
 * applied twice; it is drawn in the browser alone, where its inline styles go through the CSSOM and the policy lets them.
 * Borders are given on all sides: FullCalendar takes away those that would double.
 */
export default function Month({ view, day, locale, onOpen }: Props) {
  const events = useMemo(() => view.entries.map(toEvent), [view.entries]);
  return (
    <FullCalendar
      key={day.slice(0, 7)}
      plugins={[dayGrid]}
      initialView="dayGridMonth"
      initialDate={day}
      now={view.today}
      timeZone="UTC"
      locale={locale}
      firstDay={1}
      fixedWeekCount={false}
      headerToolbar={false}
      height="100%"
      expandRows
      events={events}
      eventOrder="order"
      eventDisplay="block"
      eventInteractive
      dayMaxEvents
      dayHeaderFormat={{ weekday: "short" }}
      eventClick={(info) => {
        info.jsEvent.preventDefault();
        onOpen(info.event.extendedProps.entry as CalendarEntry);
      }}
      eventContent={(info) => <Chip entry={info.event.extendedProps.entry as CalendarEntry} />}
      moreLinkContent={(info) => `${info.num} more`}
      dayCellTopContent={(info) => (
        <span className={info.isToday ? todayClass : undefined}>{info.dayNumberText}</span>
      )}
      className="h-full text-sm"
      viewClass="overflow-hidden rounded-xl border border-line bg-sheet"
      tableHeaderClass="bg-sheet"
      dayHeaderRowClass="border border-line"
      dayHeaderClass={(info) => (info.inPopover ? "px-3 pt-2 pb-1" : "border border-line")}
      dayHeaderInnerClass={(info) =>
        info.inPopover ? "font-semibold" : "px-2 py-1.5 text-xs font-medium text-muted"
      }
      dayRowClass="border border-line"
      dayCellClass={(info) =>
        cx("border border-line", info.isOther && !info.inPopover && "bg-paper", "min-h-24")
      }
      dayCellTopClass="flex px-2 pt-1.5 pb-1"
      dayCellTopInnerClass={(info) => cx("text-xs", info.isOther ? "text-muted" : "text-text")}
      dayCellBottomClass="min-h-1"
      rowEventClass="mx-1.5 mb-1"
      blockEventClass="cursor-pointer rounded-md focus-visible:outline-2 focus-visible:outline-ink"
      rowMoreLinkClass="mx-1.5 rounded-md px-1.5 py-0.5 text-xs font-medium text-muted hover:bg-sunken cursor-pointer"
      popoverClass="min-w-56 rounded-xl border border-line bg-sheet pb-2 shadow-lift"
      popoverCloseClass="absolute end-1.5 top-1.5 inline-flex size-7 items-center justify-center rounded-lg text-muted hover:bg-sunken"
      popoverCloseContent={() => <span aria-hidden="true">×</span>}
    />
  );
}

const todayClass =
  "-ms-1 -mt-0.5 inline-flex size-5 items-center justify-center rounded-full bg-ink-fill text-[0.6875rem] font-semibold text-on-ink";

function toEvent(entry: CalendarEntry, order: number): EventInput {
  const common = { id: entry.key, title: entry.title, extendedProps: { entry, order } };
  if (entry.time === null)
    return { ...common, allDay: true, start: entry.firstDay, end: addDays(entry.lastDay, 1) };
  const end = entry.endTime ? { end: `${entry.lastDay}T${entry.endTime}:00Z` } : {};
  return { ...common, allDay: false, start: `${entry.firstDay}T${entry.time}:00Z`, ...end };
}
