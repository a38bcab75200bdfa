"use client";

import { type PointerEvent, useRef } from "react";
import { whyNotMove } from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

/** How far a pressed pointer has to go before it is a drag, in pixels. */
const far = 8;

/** Notices that somebody drags an entry that does not move. */
export function useStuck(entries: readonly CalendarEntry[], onStuck: (entry: CalendarEntry) => void) {
  const pressed = useRef<{ entry: CalendarEntry; x: number; y: number } | null>(null);
  return {
    onPointerDown: ({ target, clientX: x, clientY: y, pointerType, button }: PointerEvent) => {
      const key = (target as Element).closest<HTMLElement>("[data-entry]")?.dataset.entry;
      const entry = entries.find((one) => one.key === key);
      const isDrag = pointerType === "mouse" && button === 0;
      pressed.current = isDrag && entry && whyNotMove(entry) !== null ? { entry, x, y } : null;
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const held = pressed.current;
      if (!held || Math.hypot(clientX - held.x, clientY - held.y) < far) return;
      pressed.current = null;
      onStuck(held.entry);
    },
    onPointerUp: () => {
      pressed.current = null;
    },
  };
}
