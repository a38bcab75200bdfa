"use client";

import { useState } from "react";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { useIsDrawn } from "@/components/ui/use-is-drawn";

/** Which sections of a desk's queue are folded, as they were when somebody was here last in this tab. */
export function useShut(slug: string, asked: string | null) {
  const isDrawn = useIsDrawn();
  const [shut, setShut] = useState<Record<string, boolean>>({});
  const key = (state: string) => `firsthand:shut:${slug}:${state}`;
  return {
    // Who asks for one section wants to see it.
    isShut: (state: string) => shut[state] ?? (isDrawn && !asked && read(key(state)) !== null),
    setShut(state: string, isShut: boolean) {
      setShut({ ...shut, [state]: isShut });
      keep(key(state), isShut ? "1" : "");
    },
  };
}
