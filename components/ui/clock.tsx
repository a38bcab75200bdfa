"use client";

import { createContext, type ReactNode, useContext } from "react";

const Clock = createContext(0);

/** Hands the time (milliseconds since 1970) to everything below. What is drawn never looks at a clock itself. */
export function ClockProvider({ now, children }: { now: number; children: ReactNode }) {
  return <Clock value={now}>{children}</Clock>;
}

/** Now, as milliseconds since 1970; the same on the server and at the first paint, then a minute hand. */
export function useNow(): number {
  return useContext(Clock);
}
