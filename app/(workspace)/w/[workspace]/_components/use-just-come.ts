"use client";

import { useEffect, useState } from "react";

/** So long nobody can have read what has come in the place of something else. */
const UNREAD_MS = 500;

/** Whether `what` has only just come: a tap that is on its way was meant for what stood there before, and does nothing. */
export function useJustCome(what: string): boolean {
  const [seen, setSeen] = useState(what);
  useEffect(() => {
    if (seen === what) return;
    const timer = setTimeout(() => setSeen(what), UNREAD_MS);
    return () => clearTimeout(timer);
  }, [seen, what]);
  return seen !== what;
}
