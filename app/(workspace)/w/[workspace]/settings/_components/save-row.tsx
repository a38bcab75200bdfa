"use client";

import type { MouseEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  busy: boolean;
  /** What was done, as a sentence, or nothing. */
  done: string;
  /** Whether something stands in the form that is not saved. */
  isTouched: boolean;
  /** Puts back what is saved. */
  onLeave: () => void;
  /** The button's whole name, where several forms have one. */
  label?: string;
  variant?: "primary";
  children?: ReactNode;
};

/** The foot of a form that is saved: what became of it, and the way back to what was there before. */
export function SaveRow({ busy, done, isTouched, onLeave, label, variant, children }: Props) {
  /** The button that was pressed is gone with what it took back; the focus goes to the one beside it. */
  function leave(event: MouseEvent<HTMLButtonElement>) {
    const form = event.currentTarget.form;
    onLeave();
    form?.querySelector<HTMLElement>("button[type=submit]")?.focus();
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" variant={variant} busy={busy} aria-label={label}>
        Save
      </Button>
      {isTouched && !busy ? (
        <>
          <Button variant="quiet" onClick={leave}>
            Leave it
          </Button>
          <p className="text-muted">Not saved yet.</p>
        </>
      ) : null}
      <p role="status" className="text-ok empty:hidden">
        {isTouched ? "" : done}
      </p>
      {children}
    </div>
  );
}
