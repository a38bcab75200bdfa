"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import { Agenda, within } from "@/components/calendar/agenda";
import { KeptList } from "@/components/calendar/kept-list";
import { cx } from "@/components/ui/cx";
import { useDesk } from "@/components/workspace/desk-context";
import type { Walls } from "@/lib/domain/calendar/shift-entry";
import { type CalendarLook, type CalendarPlace, stretchOf } from "@/lib/domain/calendar/stretch";
import type { CalendarEntry, CalendarView } from "@/lib/domain/calendar/view";
import { weekdayOf } from "@/lib/domain/calendar/zone-day";

/** Drawn in the browser only, and loaded only by who looks at a month, a week or a day. */
const Grid = dynamic(() => import("@/components/calendar/grid"), {
  ssr: false,
  loading: () => (
    <div
      role="status"
      className="flex h-full items-center justify-center rounded-xl border border-line bg-sheet text-muted"
    >
      Drawing the calendar…
    </div>
  ),
});

const names: Record<CalendarLook, string> = { month: "Month", week: "Week", day: "Day", agenda: "Agenda" };

type Props = {
  place: CalendarPlace;
  /** False while it is not known yet for which look the window has room: then both are there, and the style sheet shows one. */
  isLookChosen: boolean;
  view: CalendarView;
  /** Of it, the days that are shown. */
  seen: CalendarView;
  otherZone: string | null;
  held: ReadonlySet<string>;
  busy: boolean;
  isMissing: boolean;
  onOpen: (entry: CalendarEntry) => void;
  onDrop: (entry: CalendarEntry, walls: Walls) => void;
  onDraw: (walls: Walls) => void;
  onDay: (day: string) => void;
};

/** The days themselves: as a grid, or as a list. */
export function CalendarBody(props: Props) {
  const { place, isLookChosen, view, seen, otherZone, held, busy, isMissing } = props;
  const { onOpen, onDrop, onDraw, onDay } = props;
  const { locale } = useDesk();
  const { look, day } = place;
  const days = useRef<HTMLElement>(null);
  // A week is wider than a phone: of its seven days the one that was asked for is seen, from Monday at the beginning to Sunday at the end.
  useEffect(() => {
    const room = days.current;
    if (room && look === "week")
      room.scrollLeft = ((room.scrollWidth - room.clientWidth) * (weekdayOf(day) - 1)) / 6;
  }, [look, day]);
  const isEmpty = !isMissing && !busy && seen.entries.length === 0 && look !== "agenda";
  const listed = isLookChosen ? seen : within(view, day, stretchOf({ look: "agenda", day }).to);
  return (
    <>
      <p className="sr-only">
        Arrow keys walk from entry to entry; with Alt they move what may be moved. ? lists all keys.
      </p>
      {isEmpty ? (
        <p className="text-[0.8125rem] text-muted print:hidden">
          Nothing here yet. Draw over the time that you want, or press C.
        </p>
      ) : null}
      {look !== "agenda" ? (
        <section
          ref={days}
          onScroll={({ currentTarget: room }) => room.style.setProperty("--across", `${room.scrollLeft}px`)}
          aria-label={names[look]}
          aria-busy={busy}
          className={cx(
            "relative min-h-[36rem] flex-1 max-lg:overflow-x-auto print:min-h-0 print:overflow-visible",
            !isLookChosen && "max-lg:hidden",
          )}
        >
          {look === "month" ? null : <KeptList entries={seen.entries} locale={locale} onOpen={onOpen} />}
          <div
            className={cx("h-full max-lg:h-[70dvh] print:h-auto", look === "week" && "max-lg:min-w-[46rem]")}
          >
            <Grid
              view={seen}
              look={look}
              day={day}
              locale={locale}
              otherZone={otherZone}
              held={held}
              onOpen={onOpen}
              onDrop={onDrop}
              onDraw={onDraw}
              onDay={onDay}
            />
          </div>
        </section>
      ) : null}
      {!isLookChosen || look === "agenda" ? (
        <section
          aria-label="Agenda"
          aria-busy={busy}
          className={cx("mx-auto w-full max-w-3xl pb-6", !isLookChosen && "lg:hidden")}
        >
          {isMissing ? null : <Agenda view={listed} locale={locale} onOpen={onOpen} />}
        </section>
      ) : null}
    </>
  );
}
