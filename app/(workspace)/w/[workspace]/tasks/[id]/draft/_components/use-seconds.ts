"use client";

import { useLayoutEffect, useState } from "react";
import { useNow } from "@/components/ui/clock";

/** Now, a second at a time while `isOn`; otherwise the page's own clock. */
export function useSeconds(isOn: boolean): number {
  const minute = useNow();
  const [now, setNow] = useState(minute);
  // Before it is painted: seconds of the minute hand would be seen for a moment.
  useLayoutEffect(() => {
    if (!isOn) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [isOn]);
  return isOn ? Math.max(now, minute) : minute;
}
