import { placedAt, type Walls } from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry, CalendarView } from "@/lib/domain/calendar/view";
import { inCalendarOrder } from "@/lib/domain/calendar/view";

/** An entry on its way elsewhere. `until`: the change that a reading must know before it is believed; null while nobody has answered. */
export type Move = { entry: CalendarEntry; walls: Walls; until: number | null };
export type Moves = ReadonlyMap<string, Move>;

/** The moves that a reading does not know of yet. */
export function stillMoving(moves: Moves, seq: number): Moves {
  const left = [...moves].filter(([, { until }]) => until === null || seq < until);
  return left.length === moves.size ? moves : new Map(left);
}

/** The calendar as it will be: what moves stands where it goes, also when it comes from days that are not shown. */
export function withMoves(view: CalendarView, moves: Moves): CalendarView {
  if (moves.size === 0) return view;
  const placed = [...moves.values()]
    .map(({ entry, walls }) => placedAt(entry, walls, view.zone))
    .filter((entry) => entry.lastDay >= view.from && entry.firstDay < view.to);
  const others = view.entries.filter(({ key }) => !moves.has(key));
  return { ...view, entries: inCalendarOrder([...others, ...placed]) };
}
