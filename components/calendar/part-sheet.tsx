"use client";

import { type ReactNode, useRef } from "react";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useFocusStays } from "@/components/ui/use-focus-stays";

type Props = {
  title: string;
  /** On a card, which is a sheet already. */
  isBare: boolean;
  children: ReactNode;
};

/** A part of a task that changes with what one does in it: it has the focus when the button that was pressed is gone. */
export function PartSheet({ title, isBare, children }: Props) {
  const whole = useRef<HTMLElement>(null);
  useFocusStays(whole, whole);
  const more = { ref: whole, tabIndex: -1, "aria-label": title };
  if (isBare)
    return (
      <section {...more} className="flex flex-col gap-3 outline-none">
        {children}
      </section>
    );
  return (
    <Sheet {...more} className="outline-none">
      <SheetHeader title={title} />
      <div className="flex flex-col gap-3">{children}</div>
    </Sheet>
  );
}
