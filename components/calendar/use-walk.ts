"use client";

import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from "react";
import type { Shift } from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

type Does = {
  onShift: (entry: CalendarEntry, shift: Shift, what: "move" | "resize") => void;
  /** Takes back what was not sent yet; false where there is none. */
  onEscape: () => boolean;
  onMoveForm: (entry: CalendarEntry) => void;
  /** The walk came to the end of what is shown. */
  onEdge: (where: "first" | "last") => void;
  /** There is nothing to walk to. */
  onNone: () => void;
};

const shifts: Record<string, Shift> = {
  ArrowUp: { minutes: -15 },
  ArrowDown: { minutes: 15 },
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
};
/** So many frames are waited for an element that is drawn anew. */
const patience = 30;

/**
 * The calendar by keyboard: arrows walk from entry to entry in the order of time (up and down) or to another day (left and
 * right), with Alt they move the entry, with Alt and Shift its end. `entries` are in the order of time; each is drawn with its key
 * in `data-entry`. Whoever is drawn anew while it has the focus has it again afterwards.
 */
export function useWalk(entries: readonly CalendarEntry[], does: Does) {
  const box = useRef<HTMLDivElement>(null);
  const holding = useRef<CalendarEntry | null>(null);

  useEffect(() => {
    const held = holding.current;
    if (!held) return;
    const same = entries.find(({ key }) => key === held.key) ?? entries.find((one) => isSame(one, held));
    if (same) holding.current = same;
    let frame = 0;
    let left = patience;
    const restore = () => {
      if (document.activeElement !== document.body || !holding.current) return;
      if (!focusOn(box.current, holding.current.key) && --left > 0) frame = requestAnimationFrame(restore);
    };
    frame = requestAnimationFrame(restore);
    return () => cancelAnimationFrame(frame);
  }, [entries]);

  // A key that comes while the entry is drawn anew, and nothing has the focus, is meant for it.
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      if (event.target !== document.body || !holding.current) return;
      if (!focusOn(box.current, holding.current.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      document.activeElement?.dispatchEvent(new globalThis.KeyboardEvent("keydown", event));
    }
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, []);

  function under(target: EventTarget | null): CalendarEntry | null {
    const key = target instanceof Element ? target.closest<HTMLElement>("[data-entry]")?.dataset.entry : null;
    return entries.find((entry) => entry.key === key) ?? null;
  }

  function allDrawn(): CalendarEntry[] {
    return entries.filter((entry) => elementOf(box.current, entry.key));
  }

  /** Up and down for whoever is at no entry yet: the first from `day` on, or the last before it. */
  function enter(day: string, step: 1 | -1): void {
    const drawn = allDrawn();
    const next =
      step === 1
        ? (drawn.find(({ firstDay }) => firstDay >= day) ?? drawn.at(-1))
        : (drawn.findLast(({ firstDay }) => firstDay < day) ?? drawn[0]);
    if (next) focusOn(box.current, next.key);
    else does.onNone();
  }

  function walk(from: CalendarEntry, key: string): void {
    const drawn = allDrawn();
    const at = drawn.indexOf(from);
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const next = step ? drawn[at + step] : acrossDays(drawn, from, key === "ArrowRight" ? 1 : -1);
    if (next) focusOn(box.current, next.key);
    else does.onEdge(key === "ArrowDown" || key === "ArrowRight" ? "last" : "first");
  }

  function onKeyDown(event: KeyboardEvent) {
    const entry = under(event.target);
    if (!entry || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const shift = shifts[event.key];
    if (shift) {
      event.preventDefault();
      if (event.altKey) does.onShift(entry, shift, event.shiftKey ? "resize" : "move");
      else walk(entry, event.key);
    } else if (event.altKey) return;
    else if (event.key === "Escape" && does.onEscape()) event.preventDefault();
    else if (event.key.toLowerCase() === "v") {
      event.preventDefault();
      does.onMoveForm(entry);
    }
  }

  return {
    box,
    enter,
    /** The day of the entry that has the focus; null where none has. */
    dayAtHand: () => under(document.activeElement)?.firstDay ?? null,
    onKeyDown,
    // A window over the calendar asks about the entry that was held: it is come back to.
    onFocus: (event: FocusEvent) => {
      if (!isInWindow(event.target)) holding.current = under(event.target);
    },
    onBlur: (event: FocusEvent) => {
      if (isInWindow(event.relatedTarget) || isInWindow(event.target)) return;
      if (event.relatedTarget || event.target.isConnected) holding.current = null;
    },
  };
}

function isInWindow(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

function elementOf(box: HTMLElement | null, key: string): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(key)}"]`) ?? null;
}

function focusOn(box: HTMLElement | null, key: string): boolean {
  const element = elementOf(box, key);
  element?.focus();
  return document.activeElement === element && element !== null;
}

/** The entry nearest in time on the next or the previous day that has any. */
function acrossDays(drawn: CalendarEntry[], from: CalendarEntry, step: 1 | -1): CalendarEntry | undefined {
  const days = drawn
    .map(({ firstDay }) => firstDay)
    .filter((day) => (step === 1 ? day > from.firstDay : day < from.firstDay));
  const day = step === 1 ? days[0] : days.at(-1);
  const there = drawn.filter(({ firstDay }) => firstDay === day);
  return there.findLast((one) => (one.time ?? "") <= (from.time ?? "")) ?? there[0];
}

/** The same thing under another key: a happening is known by its time, and that has changed. */
function isSame(a: CalendarEntry, b: CalendarEntry): boolean {
  if (a.firstDay !== b.firstDay || a.time !== b.time) return false;
  return a.type === "event" && b.type === "event" && a.eventId === b.eventId;
}
