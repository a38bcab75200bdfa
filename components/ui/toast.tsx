import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

/** Where bars appear: at the foot of the window, above a phone's bottom bar; `isLifted` makes room for one more bar below. Always mounted, so that it is read out. */
export function ToastRegion({ isLifted = false, children }: { isLifted?: boolean; children?: ReactNode }) {
  return (
    <div
      aria-live="polite"
      className={cx(
        "pointer-events-none fixed inset-x-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-40 flex flex-col items-center gap-2 px-3 lg:bottom-5",
        isLifted && "mb-16",
      )}
    >
      {children}
    </div>
  );
}

type ToastProps = {
  children: ReactNode;
  /** `refused` is for an honest "no": it stays until it is put away. */
  tone?: "plain" | "refused";
  action?: { label: string; shortcut?: string; onClick: () => void } | null;
  onDismiss?: () => void;
};

/** One bar: what happened, and the one thing to do about it (Undo, or the next best step). */
export function Toast({ children, tone = "plain", action, onDismiss }: ToastProps) {
  return (
    <div
      className={cx(
        "pointer-events-auto flex max-w-xl items-center gap-2 rounded-xl border py-1.5 ps-4 pe-1.5 text-sm shadow-lift",
        tone === "refused" ? "border-late/40 bg-late-soft text-text" : "border-line bg-sheet text-text",
      )}
    >
      <p className="min-w-0 flex-1 py-1">{children}</p>
      {action ? (
        <Button
          size="sm"
          shortcut={action.shortcut}
          onClick={action.onClick}
          className="shrink-0 whitespace-nowrap"
        >
          {action.label}
        </Button>
      ) : null}
      {onDismiss ? (
        <IconButton label="Put away" onClick={onDismiss} className="size-7">
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      ) : null}
    </div>
  );
}
