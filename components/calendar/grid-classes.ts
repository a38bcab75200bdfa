/** How the grid of FullCalendar is dressed: our own classes, hairlines on all sides (it takes away those that would double). */
import type { CalendarOptions } from "@fullcalendar/react";
import { cx } from "@/components/ui/cx";

const grip = "absolute inset-x-0 bottom-0 h-2 after:mx-auto after:mt-1 after:block after:h-0.5 after:w-4";
const gripLine = "after:rounded-full after:bg-current after:opacity-0 hover:after:opacity-60";

/**
 * The hours stay at the left of a week that is wider than its room, which says how far it was scrolled. FullCalendar's own scroller
 * stands between the two, so that `position: sticky` does not reach.
 */
const stays = "relative z-[3] max-lg:bg-sheet max-lg:translate-x-[var(--across,0px)] print:translate-none";
/** As high as its hour, four slots of 12 px: entries pass below it. */
const ground =
  "max-lg:before:absolute max-lg:before:inset-x-0 max-lg:before:top-0 max-lg:before:-z-1 max-lg:before:h-[48px] max-lg:before:border-e max-lg:before:border-line max-lg:before:bg-sheet print:before:hidden";

export const gridClasses: CalendarOptions = {
  className: "h-full text-sm",
  viewClass:
    "overflow-hidden rounded-xl border border-line bg-sheet print:overflow-visible print:rounded-none",
  tableHeaderClass: "bg-sheet",
  dayHeaderRowClass: "border border-line",
  dayHeaderClass: (info) => (info.inPopover ? "py-2 ps-3 pe-12 pointer-coarse:py-4" : "border border-line"),
  dayHeaderInnerClass: (info) =>
    cx(
      info.inPopover ? "font-semibold" : "rounded-md px-2 py-1.5 text-xs font-medium",
      !info.inPopover && !info.isToday && "text-muted",
      info.hasNavLink && "hover:underline focus-visible:outline-offset-[-2px]",
    ),
  dayRowClass: "border border-line",
  dayCellClass: (info) =>
    cx(
      "border border-line",
      info.isOther && !info.inPopover && "bg-paper",
      info.view.type === "dayGridMonth" && "min-h-24",
    ),
  dayCellTopClass: "flex px-2 pt-1.5 pb-1",
  dayCellTopInnerClass: (info) =>
    cx("text-xs", info.isOther ? "text-muted" : "text-text", info.hasNavLink && "hover:underline"),
  dayCellBottomClass: "min-h-1",
  rowEventClass: (info) => (info.isNarrow ? "mx-px mb-0.5" : "mx-1.5 mb-1"),
  blockEventClass: (info) =>
    cx(
      "relative rounded-md focus-visible:outline-2 focus-visible:outline-ink",
      info.isDraggable ? "cursor-grab" : "cursor-pointer",
      info.isMirror && "opacity-80 shadow-lift",
    ),
  rowEventAfterClass: (info) => info.isEndResizable && "absolute inset-y-0 end-0 w-1.5",
  columnEventClass: "mb-px me-1 ms-px min-h-5",
  columnEventInnerClass: "flex min-h-0",
  columnEventAfterClass: (info) => info.isEndResizable && cx(grip, gripLine),
  backgroundEventClass: "hatched cursor-pointer",
  highlightClass: "bg-sunken/70",
  allDayHeaderClass: stays,
  slotHeaderClass: (info) => (info.isMinor ? "" : cx(stays, ground)),
  allDayHeaderInnerClass: "px-2 py-1 text-2xs text-muted",
  allDayDividerClass: "border-t border-line",
  // Lower than its words, so that the quarters of an hour are no higher than they have to be.
  slotHeaderInnerClass: "h-2.5 overflow-visible px-2 pt-0.5 text-xs text-muted tabular-nums",
  slotLaneClass: (info) => {
    const minutes = Math.round((info.time?.milliseconds ?? 0) / 60_000) % 60;
    return cx(
      "border border-line",
      minutes === 30 && "border-dotted",
      minutes % 30 !== 0 && "border-transparent",
    );
  },
  dayLaneClass: "border border-line",
  nowIndicatorLineClass: "border-t-2 border-late",
  nowIndicatorDotClass: "-ms-1 -mt-[0.3125rem] size-2 rounded-full bg-late",
  rowMoreLinkClass: (info) =>
    cx(
      "cursor-pointer rounded-md py-0.5 text-xs font-medium text-muted hover:bg-sunken",
      info.isNarrow ? "mx-px px-1" : "mx-1.5 px-1.5",
    ),
  columnMoreLinkClass: "rounded-md bg-sunken px-1 text-xs font-medium text-muted cursor-pointer",
  popoverClass:
    "min-w-56 max-w-[calc(100vw-2rem)] max-h-[70dvh] overflow-y-auto rounded-xl border border-line bg-sheet pb-2 shadow-lift",
  popoverCloseClass:
    "absolute end-1.5 top-1.5 inline-flex size-7 pointer-coarse:size-11 items-center justify-center rounded-lg text-muted hover:bg-sunken",
};
