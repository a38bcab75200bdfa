"use client";

import { type ReactNode, useRef } from "react";
import { useFocusStays } from "@/components/ui/use-focus-stays";

type Props = { labelledBy: string; className?: string; children: ReactNode };

/** A list whose lines go away with the button in them: whoever pressed one is still at the list, which says its name. */
export function ListSection({ labelledBy, className, children }: Props) {
  const place = useRef<HTMLElement>(null);
  useFocusStays(place, place);
  return (
    <section ref={place} tabIndex={-1} aria-labelledby={labelledBy} className={className}>
      {children}
    </section>
  );
}
