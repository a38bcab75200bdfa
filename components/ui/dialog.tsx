"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId } from "react";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useModal } from "@/components/ui/use-modal";

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** The row of buttons at the foot, outside the part that scrolls. */
  footer?: ReactNode;
  wide?: boolean | "widest";
  /** On a phone it is a page of its own. */
  fillsPhone?: boolean;
};

/** A modal window on the browser's own <dialog>: focus stays inside and goes back, Escape and the ground around it close. */
export function Dialog({ open, onClose, title, children, footer, wide = false, fillsPhone = false }: Props) {
  const { ref, close, props } = useModal(open, onClose);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (!open) return dialog.close();
    dialog.showModal();
    dialog.querySelector<HTMLElement>(`[data-body] :is(input, textarea, select, button, a[href])`)?.focus();
  }, [open, ref]);
  return (
    <dialog
      ref={ref}
      {...props}
      aria-labelledby={heading}
      className={cx(
        "m-auto w-[calc(100%-1.5rem)] rounded-2xl border border-line bg-sheet p-0 shadow-lift backdrop:bg-black/35",
        wide === "widest" ? "max-w-4xl" : wide ? "max-w-2xl" : "max-w-md",
        fillsPhone &&
          "max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:rounded-none max-sm:border-0",
      )}
    >
      {open ? (
        <div
          className={cx(
            "flex flex-col",
            fillsPhone ? "max-sm:h-full sm:max-h-[min(88dvh,50rem)]" : "max-h-[min(88dvh,50rem)]",
          )}
        >
          <header className="flex items-center justify-between gap-3 px-5 pt-4 pb-2">
            <h2 id={heading} className="wrap-anywhere min-w-0 font-serif text-xl font-medium">
              {title}
            </h2>
            <IconButton label="Close" onClick={close}>
              <X aria-hidden="true" className="size-4" />
            </IconButton>
          </header>
          <div data-body className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">
            {children}
          </div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          ) : null}
        </div>
      ) : null}
    </dialog>
  );
}
