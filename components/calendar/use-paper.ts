"use client";

import type { CalendarRef } from "@fullcalendar/react";
import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** On paper there is nothing to scroll: the grid is told when it goes there, so that it is drawn whole; true while it is there. */
export function usePaper(calendar: RefObject<CalendarRef | null>): boolean {
  const [isOnPaper, setOnPaper] = useState(false);
  useEffect(() => {
    // The browser takes its picture as soon as it has told everybody, so the drawing cannot wait.
    const before = () => {
      flushSync(() => setOnPaper(true));
      calendar.current?.getApi().trigger("_beforeprint");
    };
    const after = () => {
      calendar.current?.getApi().trigger("_afterprint");
      setOnPaper(false);
    };
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, [calendar]);
  return isOnPaper;
}
