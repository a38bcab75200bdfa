"use client";

import { type ReactNode, useRef } from "react";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useFocusStays } from "@/components/ui/use-focus-stays";

/** A part of a task that changes with what one does in it: it has the focus when the button that was pressed is gone. */
export function PartSheet({ title, children }: { title: string; children: ReactNode }) {
  const whole = useRef<HTMLElement>(null);
  useFocusStays(whole, whole);
  return (
    <Sheet ref={whole} tabIndex={-1} aria-label={title} className="outline-none">
      <SheetHeader title={title} />
      <div className="flex flex-col gap-3">{children}</div>
    </Sheet>
  );
}
