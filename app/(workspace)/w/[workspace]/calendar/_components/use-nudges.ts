"use client";

import { useEffect, useRef } from "react";
import type { useMoves } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-moves";
import { movedSentence, unmovableWords } from "@/components/calendar/move-words";
import { useDesk } from "@/components/workspace/desk-context";
import {
  mayResize,
  moveBy,
  placedAt,
  resizeBy,
  type Shift,
  type Walls,
  wallsOf,
  whyNotMove,
} from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

/** Steps that follow one another so quickly are one move. */
const restMs = 900;

type Moves = Pick<ReturnType<typeof useMoves>, "held" | "show" | "move">;
type Nudged = { entry: CalendarEntry; walls: Walls };

/** Moves entries step by step from the keyboard: each step is shown and said at once, the server hears of where it comes to rest. */
export function useNudges(
  moves: Moves,
  zone: string,
  say: (words: string) => void,
  onPlaced: (day: string) => void,
) {
  const { locale } = useDesk();
  const nudged = useRef<Nudged | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settling = useRef(settle);
  useEffect(() => {
    settling.current = settle;
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      settling.current();
    },
    [],
  );

  function settle() {
    clearTimeout(timer.current);
    const last = nudged.current;
    nudged.current = null;
    if (last) moves.move(last.entry, last.walls);
  }

  function nudge(entry: CalendarEntry, shift: Shift, what: "move" | "resize") {
    const why = whyNotMove(entry);
    if (why) return say(unmovableWords(why, entry));
    if (what === "resize" && !mayResize(entry)) return say("A task has a due time, and no length.");
    if (entry.time === null && shift.minutes)
      return say("It lasts all day: with Alt, the left and right arrows move it by a day.");
    if (nudged.current && nudged.current.entry.key !== entry.key) settle();
    if (!nudged.current && moves.held.has(entry.key)) return say("One moment, it is on its way.");
    const before = nudged.current ?? { entry, walls: wallsOf(entry) };
    const walls = (what === "move" ? moveBy : resizeBy)(before.walls, shift);
    nudged.current = { entry: before.entry, walls };
    moves.show(before.entry, walls);
    say(movedSentence(placedAt(before.entry, walls, zone), locale));
    onPlaced(walls.start.slice(0, 10));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settling.current(), restMs);
  }

  /** Puts back what was moved and not sent yet; false where there is nothing of that. */
  function putBack(): boolean {
    clearTimeout(timer.current);
    const last = nudged.current;
    nudged.current = null;
    if (!last) return false;
    moves.show(last.entry, null);
    say("Back where it was.");
    return true;
  }

  return { nudge, putBack };
}
